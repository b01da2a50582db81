/** What a new password still lacks: at least 8 characters (code points) and 3 of 4 classes. */
export function passwordRule(password: string): { longEnough: boolean; mixed: boolean } {
  const classes = [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z\d\s]/].filter((each) => each.test(password))
  return { longEnough: [...password].length >= 8, mixed: classes.length >= 3 }
}

export function strongEnough(password: string): boolean {
  const { longEnough, mixed } = passwordRule(password)
  return longEnough && mixed
}
