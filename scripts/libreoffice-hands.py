"""What a person does to a form in LibreOffice Writer, done by its own programming interface (UNO), which only Python can drive from outside.

Run by check-libreoffice.ts with Debian's Python: python3 libreoffice-hands.py <profile> <in.docx> <out.docx> < steps.json
Steps, by the bookmark around a control: ["write", bookmark, words], ["tick", bookmark], ["pasteRow", bookmark], ["newRow", bookmark, [words of each cell]].
"""
import json
import subprocess
import sys
import time
import uuid

import uno
from com.sun.star.beans import PropertyValue


def setting(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connected(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(200):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.2)
    raise SystemExit("LibreOffice did not start.")


def each(container):
    items = container.createEnumeration()
    while items.hasMoreElements():
        yield items.nextElement()


def paragraphs(text):
    for block in each(text):
        if block.supportsService("com.sun.star.text.TextTable"):
            for name in block.CellNames:
                yield from paragraphs(block.getCellByName(name))
        else:
            yield block


def control(document, bookmark):
    """The field or content control that follows the start of a bookmark."""
    for paragraph in paragraphs(document.Text):
        found = False
        for portion in each(paragraph):
            if portion.TextPortionType == "Bookmark" and portion.Bookmark.Name == bookmark and portion.IsStart:
                found = True
            elif found and portion.TextPortionType == "TextField":
                return portion.TextField
            elif found and portion.TextPortionType == "ContentControl":
                return portion.ContentControl
    raise SystemExit(f"There is no control at the bookmark {bookmark}.")


def replace(content, words):
    """Typing over everything in a content control. New words go before the old, or LibreOffice puts them outside."""
    old = sum(len(portion.String) for portion in each(content))
    inside = content.createTextCursor()
    inside.gotoStart(False)
    content.insertString(inside.Start, words, False)
    # The cursor now stands behind the new words.
    cursor = content.Anchor.Text.createTextCursorByRange(inside.Start)
    cursor.goRight(old, True)
    cursor.String = ""


def write(document, bookmark, words):
    found = control(document, bookmark)
    if found.supportsService("com.sun.star.text.TextField.Input"):
        found.Content = words
        return
    replace(found, words)
    found.ShowingPlaceHolder = False


def tick(document, bookmark):
    found = control(document, bookmark)
    found.Checked = True
    replace(found, found.CheckedState)


def row_of(document, bookmark):
    cell = document.Bookmarks.getByName(bookmark).Anchor.Cell
    table = document.Bookmarks.getByName(bookmark).Anchor.TextTable
    return table, int("".join(letter for letter in cell.CellName if letter.isdigit()))


def cells(table, row):
    return table.getCellRangeByName(f"A{row}:{chr(ord('A') + table.Columns.Count - 1)}{row}")


def paste_row(document, bookmark):
    """A row copied, and pasted over a new row below it."""
    view = document.CurrentController
    table, row = row_of(document, bookmark)
    view.select(cells(table, row))
    copied = view.getTransferable()
    table.Rows.insertByIndex(row, 1)
    view.select(cells(table, row + 1))
    view.insertTransferable(copied)


def new_row(document, bookmark, words):
    """A row inserted below, which LibreOffice leaves without controls."""
    table, row = row_of(document, bookmark)
    table.Rows.insertByIndex(row, 1)
    for column, cell_words in enumerate(words):
        table.getCellByName(f"{chr(ord('A') + column)}{row + 1}").String = cell_words


doings = {"write": write, "tick": tick, "pasteRow": paste_row, "newRow": new_row}


def main(profile, source, target):
    pipe = f"hands{uuid.uuid4().hex}"
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"],
        stderr=subprocess.DEVNULL,
    )
    try:
        context = connected(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        document = desktop.loadComponentFromURL(f"file://{source}", "_blank", 0, (setting("Hidden", True),))
        if document is None:
            raise SystemExit(f"LibreOffice did not open {source}.")
        for doing, *rest in json.load(sys.stdin):
            doings[doing](document, *rest)
        document.storeToURL(f"file://{target}", (setting("FilterName", "MS Word 2007 XML"),))
    finally:
        # Debian's soffice is a shell around the program, so it is asked to end, and only then stopped.
        try:
            desktop.terminate()
        except Exception:
            pass
        try:
            office.wait(20)
        except subprocess.TimeoutExpired:
            office.kill()


main(*sys.argv[1:])
