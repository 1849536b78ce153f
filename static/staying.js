// For scripts that read the page again when something has happened: whoever has just pressed a link goes there, and is
// not brought back here. What is downloaded leaves the page open, so it waits no longer than that.
let isLeaving = false
addEventListener('beforeunload', () => {
  isLeaving = true
  setTimeout(() => {
    isLeaving = false
  }, 5000)
})

globalThis.ifStaying = (act) => (isLeaving ? setTimeout(() => globalThis.ifStaying(act), 1000) : act())
