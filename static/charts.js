// Lets values be pointed at, touched, or walked through with the arrow keys. Charts of changes are drawn again with
// chart.js; kinds that it has no form for stay the picture that the server drew, whose marks are read where they stand.
// That picture stays in the page in any case: it is what is printed, and what is seen where this script does not run or
// fails. The table beside it is left alone.

const wideFrom = 560
const font = '"Source Sans 3", system-ui, "Segoe UI", Arial, sans-serif'
const sheet = `
  .chart-live { position: relative; display: none; touch-action: pan-y; }
  .chart-reader { position: absolute; inset: 0; pointer-events: none; outline-offset: 6px; border-radius: 4px; }
  @media screen {
    .chart-is-live > .chart-live { display: block; }
    .chart-is-live > .chart-picture { display: none; }
    .chart-said { min-height: 3.2em; padding: 0.5em 0.75em; border-left: 4px solid #0072b2; border-radius: 4px; }
    /* Of a picture taller than the window one sees what is read and what it says, both. */
    .chart-is-read ~ .chart-said {
      position: sticky; bottom: 8px; z-index: 1; background: var(--card, #ffffff); pointer-events: none;
    }
    .chart-is-read [data-reading]:not(.chart-read-now) { opacity: 0.3; }
  }
  @media print { .chart-said { display: none; } }
`

/** Everything of one chart in pixels, for a width: the same columns as the server's picture. */
function layOut(data, width, context) {
  const wide = width >= wideFrom
  const widest = (texts, size) => {
    context.font = `600 ${size}px ${font}`
    return Math.max(...texts.map((text) => context.measureText(text).width))
  }
  const names = Math.min(width * 0.27, widest(data.rows.map((row) => row.name).concat(data.headings.name), 15))
  const people = widest(data.rows.map((row) => row.people).concat(data.headings.people), 13)
  // The heading breaks before it takes room from the marks.
  const [words, figures] = [data.headings.value.split(' '), data.rows.map((row) => row.value)]
  const values = widest(figures.concat(words), 13)
  const valueHeading = breakLines(context, data.headings.value, values)
  const levels = data.kind === 'dumbbell' ? data.lines.flatMap(({ from, to }) => [from, to]) : []
  const left = levels.some((level) => level < 20) ? 36 : 0
  const right = levels.some((level) => level > 80) ? 36 : 0
  // A name too long for its column breaks into two lines; on a phone it has a line of its own then.
  context.font = `600 15px ${font}`
  const rowNames = data.rows.map(({ name }) => (wide ? twoLines(context, name, names) : [name]))
  const hasLongNames = wide
    ? rowNames.some((lines) => lines.length > 1)
    : data.rows.some(({ name, value }) => widest([name], 15) + 12 + widest([value], 13) > width)
  const base = wide ? (data.kind === 'dumbbell' ? 40 : 35) : 56
  const top = wide ? 36 + 17 * (valueHeading.length - 1) : hasLongNames ? 48 : 36
  return {
    wide,
    names,
    rowNames,
    hasLongNames,
    valueHeading,
    rowHeight: hasLongNames ? (wide ? 44 : base + 19) : base,
    peopleEnd: names + 16 + people,
    padding: wide
      ? { top, left: names + 16 + people + 24 + left, right: values + 24 + right }
      : { top, left: 16 + left, right: 16 + right },
  }
}

/** Draws what chart.js has no marks for: names, values, lines, bands of withheld rows. */
function rowPainter(data, state) {
  const { colours } = data
  return {
    id: 'rows',
    beforeDatasetsDraw(chart) {
      const { ctx: context, chartArea: area, scales } = chart
      const { layout } = state
      const write = (text, x, y, { size = 13, colour = colours.ink, align = 'left', bold = false, width } = {}) => {
        context.font = `${bold ? 600 : 400} ${size}px ${font}`
        context.fillStyle = colour
        context.textAlign = align
        context.textBaseline = 'middle'
        context.fillText(width ? shorten(context, text, width) : text, x, y + 1)
      }
      context.save()
      const head = area.top - (layout.hasLongNames && !layout.wide ? 32 : 20)
      if (layout.wide) {
        write(data.headings.name, 0, head, { colour: colours.muted })
        write(data.headings.people, layout.peopleEnd, head, { colour: colours.muted, align: 'right' })
        layout.valueHeading.forEach((text, at) => {
          const y = head - 17 * (layout.valueHeading.length - 1 - at)
          write(text, chart.width, y, { colour: colours.muted, align: 'right' })
        })
      }
      if (data.sides) {
        const zero = scales.x.getPixelForValue(0)
        context.font = `400 13px ${font}`
        const fits = (text, room) => context.measureText(text).width + 8 <= room
        const [down, up] = [`← ${data.sides.down}`, `${data.sides.up} →`]
        if (fits(down, zero - area.left)) write(down, zero - 8, head, { colour: colours.muted, align: 'right' })
        if (fits(up, area.right - zero)) write(up, zero + 8, head, { colour: colours.muted })
      }
      if (data.kind === 'dumbbell') {
        let x = area.left
        for (const { name, shape, colour } of data.series) {
          drawShape(context, shape, colour, colours.ink, x + 7, head)
          write(name, x + 20, head)
          x += 20 + context.measureText(name).width + 22
        }
      }
      data.rows.forEach((row, at) => {
        const y = scales.y.getPixelForValue(at)
        const top = layout.wide ? y - layout.rowHeight / 2 : y - layout.rowHeight + 18
        // On a phone the words stand above the marks, where the grid would run through them.
        if (!layout.wide) context.clearRect(0, top, chart.width, layout.rowHeight - 28)
        if (at === state.row) {
          context.fillStyle = colours.guide
          context.fillRect(0, top, chart.width, layout.rowHeight)
        }
        if (row.startsSection) {
          context.fillStyle = colours.grid
          context.fillRect(0, top, chart.width, 1)
        }
        const bold = row.emphasised && row.shown
        const colour = row.shown ? colours.ink : colours.muted
        const line = layout.wide ? y : y - 23
        write(row.value, chart.width, line, { colour, bold, align: 'right' })
        const besideValue = chart.width - context.measureText(row.value).width - 12
        const room = layout.wide ? layout.names : layout.hasLongNames ? chart.width : besideValue
        const lines = layout.rowNames[at]
        const first = layout.wide ? line - 9 * (lines.length - 1) : layout.hasLongNames ? line - 20 : line
        lines.forEach((text, below) => {
          write(text, 0, first + 18 * below, { size: 15, bold, width: room })
        })
        if (layout.wide) write(row.people, layout.peopleEnd, line, { colour: colours.muted, align: 'right' })
        else if (layout.hasLongNames) write(row.peopleLong, 0, line, { colour: colours.muted })
        else {
          const end = context.measureText(row.name).width + 8
          context.font = `400 13px ${font}`
          if (end + context.measureText(row.peopleLong).width <= room)
            write(row.peopleLong, end, line, { colour: colours.muted })
        }
        if (row.shown) return
        context.fillStyle = colours.band
        context.fillRect(area.left, y - 7, area.right - area.left, 14)
        context.strokeStyle = colours.link
        context.setLineDash([3, 3])
        context.strokeRect(area.left, y - 7, area.right - area.left, 14)
        context.setLineDash([])
      })
      for (const { row, from, to } of data.lines) {
        const y = scales.y.getPixelForValue(row)
        const [start, end] = [scales.x.getPixelForValue(from), scales.x.getPixelForValue(to)]
        const interval = data.kind === 'change'
        context.strokeStyle = interval ? (data.rows[row].emphasised ? colours.ink : colours.after) : colours.link
        context.lineWidth = interval ? 2 : 4
        context.beginPath()
        context.moveTo(start, y)
        context.lineTo(end, y)
        for (const x of interval ? [start, end] : []) {
          context.moveTo(x, y - 4)
          context.lineTo(x, y + 4)
        }
        context.stroke()
      }
      for (const { row, from, to } of data.differences) {
        const y = scales.y.getPixelForValue(row) + 14
        const [start, end] = [Math.max(data.axis.min, from), Math.min(data.axis.max, to)]
        context.strokeStyle = colours.ink
        context.lineWidth = 1.5
        context.beginPath()
        context.moveTo(scales.x.getPixelForValue(start), y)
        context.lineTo(scales.x.getPixelForValue(end), y)
        // An end beyond the scale stays open.
        for (const value of [start === from ? from : null, end === to ? to : null].filter((one) => one !== null)) {
          context.moveTo(scales.x.getPixelForValue(value), y - 3)
          context.lineTo(scales.x.getPixelForValue(value), y + 3)
        }
        context.stroke()
      }
      for (const { points } of data.kind === 'dumbbell' ? data.series : [])
        for (const point of points) {
          const others = data.series.flatMap((series) => series.points).filter(({ y }) => y === point.y)
          const first = others[0] === point
          const other = others[first ? 1 : 0]
          const left = point.x < other.x || (point.x === other.x && first)
          write(
            point.label,
            scales.x.getPixelForValue(point.x) + (left ? -12 : 12),
            scales.y.getPixelForValue(point.y),
            {
              align: left ? 'right' : 'left',
              bold: data.rows[point.y].emphasised,
            },
          )
        }
      context.restore()
    },
  }
}

/** A mark of the legend: chart.js draws those of the rows. */
function drawShape(context, shape, fill, stroke, x, y) {
  context.beginPath()
  if (shape === 'circle') context.arc(x, y, 7, 0, 2 * Math.PI)
  else context.rect(x - 4.5, y - 4.5, 9, 9)
  context.fillStyle = fill
  context.fill()
  context.lineWidth = 1
  context.strokeStyle = stroke
  context.stroke()
}

/** Broken at spaces into lines no wider than `width`, in the font that is set. */
function breakLines(context, text, width) {
  const lines = ['']
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (lines.at(-1) && context.measureText(longer).width > width) lines.push(word)
    else lines.splice(-1, 1, longer)
  }
  return lines
}

/** Broken in two at the most: the second line has all that is left. */
function twoLines(context, text, width) {
  const [first, ...rest] = breakLines(context, text, width)
  return rest.length > 0 ? [first, rest.join(' ')] : [first]
}

/** The text, cut with an ellipsis where it is wider than its column. The reader and the table have it in full. */
function shorten(context, text, width) {
  if (context.measureText(text).width <= width) return text
  const kept = [...text]
  while (kept.length > 0 && context.measureText(`${kept.join('')}…`).width > width) kept.pop()
  return `${kept.join('')}…`
}

function configure(data, state) {
  const { colours } = data
  const ticks = new Map(data.axis.ticks.map(({ value, label }) => [value, label]))
  return {
    type: 'scatter',
    data: {
      datasets: data.series.map((series, at) => ({
        label: series.name,
        data: series.points,
        pointStyle: series.shape,
        radius: data.kind === 'dumbbell' ? [7, 6][at] : [5.5, 8][at],
        hoverRadius: data.kind === 'dumbbell' ? [8, 7][at] : [7, 9][at],
        hitRadius: 14,
        order: data.series.length - at,
        backgroundColor: series.colour,
        borderColor: colours.ink,
        borderWidth: 1,
      })),
    },
    options: {
      // Nothing moves, whether or not the reader asked for that.
      animation: false,
      maintainAspectRatio: false,
      layout: { padding: state.layout.padding },
      interaction: { mode: 'nearest', axis: 'y', intersect: false },
      scales: {
        x: {
          min: data.axis.min,
          max: data.axis.max,
          title: { display: true, text: data.axis.label, color: colours.muted, font: { family: font, size: 13 } },
          border: { display: false },
          grid: {
            drawTicks: false,
            color: ({ tick }) => (tick.value === 0 && data.axis.min < 0 ? colours.ink : colours.grid),
          },
          afterBuildTicks: (axis) => {
            axis.ticks = data.axis.ticks.map(({ value }) => ({ value }))
          },
          ticks: {
            autoSkip: false,
            maxRotation: 0,
            padding: 6,
            color: colours.muted,
            font: { family: font, size: 13 },
            callback: (value) => ticks.get(value),
          },
        },
        y: { min: -0.5, max: data.rows.length - 0.5, reverse: true, display: false },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          displayColors: false,
          backgroundColor: colours.ink,
          titleFont: { family: font, size: 14, weight: 600 },
          bodyFont: { family: font, size: 13 },
          filter: (_item, at) => at === 0,
          callbacks: {
            title: ([item]) => (item ? data.rows[item.parsed.y].name : ''),
            label: (item) => tooltipLines(data, item.parsed.y),
          },
        },
      },
    },
    plugins: [rowPainter(data, state)],
  }
}

function tooltipLines(data, at) {
  const { value, peopleLong } = data.rows[at]
  const waves =
    data.kind === 'dumbbell'
      ? data.series.flatMap(({ name, points }) =>
          points.filter(({ y }) => y === at).map(({ label }) => `${name}: ${label}`),
        )
      : []
  return [...waves, `${data.headings.value}: ${value}`, peopleLong]
}

/**
 * Scrolls as little as it takes for what lies between these two heights of the window to be seen above the `covered`
 * pixels at its foot; its beginning where it is taller than that.
 */
function bringIntoSight(top, bottom, covered) {
  const margin = 16
  const below = Math.max(0, bottom - (window.innerHeight - covered - margin))
  window.scrollBy({ top: top - below < margin ? top - margin : below, behavior: 'instant' })
}

/** Beside a row of the canvas, how far the box with its figures reaches. */
const tooltipReach = 60

/** One tab stop; the arrow keys, Home and End walk over the rows, and a screen reader says each as a sentence. */
function readByKeyboard(reader, data, state, chart) {
  const sentences = data.rows.map(({ sentence }) => sentence)
  walkThrough(reader, data.reader, sentences, (row) => {
    state.row = row
    const active =
      row === null
        ? []
        : chart.data.datasets.flatMap((dataset, datasetIndex) =>
            dataset.data.flatMap((point, index) => (point.y === row ? [{ datasetIndex, index }] : [])),
          )
    chart.setActiveElements(active)
    chart.tooltip.setActiveElements(active, { x: 0, y: 0 })
    chart.update('none')
    if (row === null) return
    const middle = reader.getBoundingClientRect().top + chart.scales.y.getPixelForValue(row)
    bringIntoSight(middle - tooltipReach, middle + tooltipReach, 0)
  })
}

/** Makes the element a slider over sentences. `show` is told which one is read, or null when the reader leaves. */
function walkThrough(reader, name, sentences, show) {
  let now = null
  const say = () => {
    reader.setAttribute('aria-valuenow', String((now ?? 0) + 1))
    reader.setAttribute('aria-valuetext', sentences[now ?? 0])
  }
  reader.tabIndex = 0
  for (const [attribute, value] of Object.entries({
    role: 'slider',
    'aria-label': name,
    'aria-orientation': 'vertical',
    'aria-valuemin': '1',
    'aria-valuemax': String(sentences.length),
  }))
    reader.setAttribute(attribute, value)
  say()
  const go = (to) => {
    now = to
    show(to)
    if (to !== null) say()
  }
  const last = sentences.length - 1
  reader.addEventListener('keydown', (event) => {
    const at = now ?? -1
    const next = {
      ArrowDown: Math.min(last, at + 1),
      ArrowRight: Math.min(last, at + 1),
      ArrowUp: Math.max(0, at - 1),
      ArrowLeft: Math.max(0, at - 1),
      Home: 0,
      End: last,
    }[event.key]
    if (next === undefined) return
    event.preventDefault()
    go(next)
  })
  reader.addEventListener('focus', () => {
    if (!reader.matches(':focus-visible')) return
    go(now ?? 0)
    // The browser brings the reader itself into sight, which may take what it reads out of it.
    requestAnimationFrame(() => {
      if (now !== null) show(now)
    })
  })
  reader.addEventListener('blur', () => go(null))
}

/** Reads a picture where it stands: a line under it says what is pointed at or walked to, the other marks step back. */
function readPicture(figure, { reader: name, readings }) {
  if (readings.length === 0) return
  const pictures = [...figure.querySelectorAll(':scope > .chart-picture')]
  const reader = document.createElement('p')
  reader.className = 'chart-said'
  reader.textContent = name
  const show = (at) => {
    reader.textContent = at === null ? name : readings[at]
    for (const picture of pictures) {
      picture.classList.toggle('chart-is-read', at !== null)
      for (const mark of picture.querySelectorAll('[data-reading]'))
        mark.classList.toggle('chart-read-now', Number(mark.dataset.reading) === at)
    }
  }
  walkThrough(reader, name, readings, (at) => {
    show(at)
    const read = pictures.flatMap((picture) => [...picture.querySelectorAll('.chart-read-now')])
    const places = read.map((mark) => mark.getBoundingClientRect()).filter(({ height }) => height > 0)
    if (places.length === 0) return
    const [top, bottom] = [Math.min(...places.map((one) => one.top)), Math.max(...places.map((one) => one.bottom))]
    bringIntoSight(top, bottom, reader.offsetHeight)
  })
  for (const picture of pictures) {
    picture.addEventListener('pointerover', (event) => {
      const mark = event.target.closest('[data-reading]')
      show(mark ? Number(mark.dataset.reading) : null)
    })
    picture.addEventListener('pointerleave', () => show(null))
  }
  pictures.at(-1)?.after(reader)
}

function enliven(figure) {
  const data = JSON.parse(figure.dataset.chart)
  if (data.kind === 'picture') readPicture(figure, data)
  else drawAgain(figure, data)
}

function drawAgain(figure, data) {
  const picture = figure.querySelector(':scope > .chart-picture')
  const live = document.createElement('div')
  live.className = 'chart-live'
  const canvas = document.createElement('canvas')
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', data.altText)
  // Beside the canvas, not around it: what stands inside a slider is silent, and the alt text has to be heard.
  const reader = document.createElement('div')
  reader.className = 'chart-reader'
  live.append(canvas, reader)
  picture.before(live)
  try {
    figure.classList.add('chart-is-live')
    const context = canvas.getContext('2d')
    const state = { row: null, layout: layOut(data, live.clientWidth, context) }
    const size = () => {
      live.style.height = `${state.layout.rowHeight * data.rows.length + state.layout.padding.top + 54}px`
    }
    size()
    const chart = new Chart(canvas, configure(data, state))
    readByKeyboard(reader, data, state, chart)
    const layOutAgain = () => {
      state.layout = layOut(data, live.clientWidth, context)
      size()
      chart.options.layout.padding = state.layout.padding
      chart.update('none')
    }
    let width = live.clientWidth
    new ResizeObserver(() => {
      if (live.clientWidth === 0 || live.clientWidth === width) return
      width = live.clientWidth
      layOutAgain()
    }).observe(figure)
    // The page's font may come later than this script, and its letters are not as wide as those it replaces.
    document.fonts.ready.then(layOutAgain)
  } catch (error) {
    figure.classList.remove('chart-is-live')
    live.remove()
    throw error
  }
}

if (typeof Chart !== 'undefined') {
  const style = new CSSStyleSheet()
  style.replaceSync(sheet)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style]
  for (const figure of document.querySelectorAll('figure.chart[data-chart]')) {
    try {
      enliven(figure)
    } catch (error) {
      console.warn('The chart stays a picture:', error)
    }
  }
}
