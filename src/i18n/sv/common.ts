// Swedish words: common.
export default {}
