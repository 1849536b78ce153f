// Swedish words: report.
export default {}
