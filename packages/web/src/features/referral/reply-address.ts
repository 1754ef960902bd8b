/** Where an asked office answers. The secret stands behind the `#`, which no browser sends to a server. */
export const replyLink = (origin: string, long: string): string => `${replyPage(origin)}#k=${long}`

/** The page where number and code are typed: an address that tells nothing. */
export const replyPage = (origin: string): string => `${origin}/rujukan`
