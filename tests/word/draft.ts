/** The form of form.ts, filled in by nobody real. */
import type { Draft } from '../../src/form.ts'

const strength = (number: number, description: string) => ({
  id: `S${number}`,
  category: number % 2 ? 'ability' : 'people',
  description,
  helpsWith: ['company', 'home'],
  build: true,
})

export const draft = {
  version: '1.0.0',
  about: {
    name: 'Joyce Example',
    likeToBeCalled: 'Joyce',
    dateOfBirth: '1944-05-03',
    nhsNumber: '9990000018',
    depth: 'standard',
    sensory: ['hearing'],
    toldAboutRecords: true,
  },
  aboutMe: {
    whatMatters: {
      text: '“Sunday dinner with my grandsons, and my allotment, plot 14. Lose those and I have lost myself.”',
      voice: 'personOwnWords',
    },
    goodDay: { notAskedReason: 'toFollow' },
    practicalities: 'The bell does not work.\nKnock, and wait:\tshe is slow on the stairs.',
  },
  strengths: {
    strengths: [
      strength(1, 'Grows vegetables, and knows everyone at the allotments.'),
      strength(2, 'Two grandsons nearby.'),
      strength(3, 'Kept the books of a shop for thirty years.'),
      strength(4, 'Sings.'),
      strength(5, 'Never gives up.'),
    ],
    network: [
      { name: 'Dean', what: 'Sunday dinner, and lifts.', willing: 'yes', asked: '2026-11-02', emergency: true },
      { name: 'Mrs Patel', what: 'Has a key.', willing: 'unsure' },
    ],
  },
  daily: {
    outcomes: {
      food: { managing: 'withHelp', detail: 'Cooks sitting down since the operation.' },
      people: { managing: 'well' },
    },
    wellbeing: { dignity: { effect: 'much', words: { text: 'Being washed by strangers.', voice: 'personOwnWords' } } },
  },
  money: {
    weekly: 12345,
    visits: 3,
    yearly: 641940,
    uses: ['S1', 'S3'],
    agreed: { name: 'Joyce Example', how: 'signed', date: '2026-11-20', copy: true },
  },
} satisfies Draft
