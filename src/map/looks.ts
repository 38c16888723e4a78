/** How the areas of a map look. */
import type { Area } from './model.ts'

/**
 * Ink is at least 6:1 on its tint, and white on ink. Place, words and icon tell the areas apart where there is no colour.
 * Icons are paths on a square of 24.
 */
export const looks: Readonly<Record<Area['place'], { readonly ink: string; readonly tint: string; readonly icon: string }>> = {
  strengths: { ink: '#7A4300', tint: '#FFF9EE', icon: 'M12 3l2.7 5.7 6.2.8-4.6 4.3 1.2 6.2-5.5-3-5.5 3 1.2-6.2L3.1 9.5l6.2-.8z' },
  people: {
    ink: '#0F5F6B',
    tint: '#F0F8F9',
    icon: 'M8.5 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2 19.5c0-4.5 3-6.5 6.5-6.5s6.5 2 6.5 6.5zM17 12a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM16.5 19.5H22.5c0-4-2.5-6-5.5-6q-1 0-1.8.3c1 1.2 1.5 3.2 1.3 5.7z',
  },
  places: { ink: '#35591B', tint: '#F3F9EE', icon: 'M12 3.5l-9.5 8h3V20h5v-5.5h3V20h5v-8.5h3z' },
  hopes: { ink: '#5B3A75', tint: '#F8F4FB', icon: 'M6 3v18h2.2v-7H19l-3-4.5L19 5H8.2V3z' },
}
