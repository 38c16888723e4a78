/** What it takes to be a mistake: a level, words and a remedy. */

export type Level = 'error' | 'warning'

export interface Rule<Params> {
  readonly level: Level
  readonly reason: (params: Params) => string
  readonly remedy: (params: Params) => string
}

export const error = <Params>(reason: Rule<Params>['reason'], remedy: Rule<Params>['remedy']): Rule<Params> => ({
  level: 'error',
  reason,
  remedy,
})
export const warning = <Params>(reason: Rule<Params>['reason'], remedy: Rule<Params>['remedy']): Rule<Params> => ({
  level: 'warning',
  reason,
  remedy,
})

export type Named = { name: string }
export type Near = Named & { nearest: string | undefined }
/** “Did you mean …?”, where there is something near. */
export const didYouMean = (nearest: string | undefined) => (nearest ? `Did you mean \`${nearest}\`? ` : '')
