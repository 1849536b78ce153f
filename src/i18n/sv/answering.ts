// Swedish words: answering.
export default {}
