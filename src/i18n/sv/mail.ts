// Swedish words: mail.
export default {}
