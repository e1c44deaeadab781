/**
 * The budget: how many tokens a day may be spent on the model. Kept in memory, for this process.
 */

export interface Budget {
  isSpent(): boolean
  spend(tokens: number): void
}

/** A budget of `limit` tokens a day, without one if undefined; `today` is `YYYY-MM-DD`. */
export function openBudget(limit: number | undefined, today: () => string): Budget {
  let day = today()
  let spent = 0
  const onThisDay = () => {
    if (day !== today()) {
      day = today()
      spent = 0
    }
    return spent
  }
  return {
    isSpent: () => limit !== undefined && onThisDay() >= limit,
    spend(tokens) {
      spent = onThisDay() + tokens
    },
  }
}
