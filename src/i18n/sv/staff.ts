// Swedish words: staff.
export default {}
