/** The regular expression that matches exactly this text. (RegExp.escape exists in Node 24, not yet in our compiler's library.) */
export const asPattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
