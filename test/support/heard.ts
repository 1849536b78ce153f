// What a screen reader is given of a page: the accessibility tree that the browser makes of it, one line a thing.
import type { Page } from 'playwright-core'

/** Of all there is, what is announced by its role and name. */
const told: ReadonlySet<string> = new Set([
  ...['alert', 'status', 'heading', 'group', 'progressbar'],
  ...['radio', 'checkbox', 'textbox', 'combobox', 'button', 'link'],
])

/**
 * In the order in which it is read: `group "question" (hint and error)`, with `invalid`, `live` and `focused` where
 * they hold. Skipped is what is hidden.
 */
export async function hear(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const lines: string[] = []
  const walk = (node: (typeof nodes)[number] | undefined): void => {
    if (!node) return
    const role = String(node.role?.value ?? '')
    if (!node.ignored && told.has(role)) {
      const states = (node.properties ?? []).flatMap(({ name, value }) => {
        if (name === 'invalid' && value.value === 'true') return 'invalid'
        if (name === 'focused' && value.value === true) return 'focused'
        return name === 'live' ? `live ${value.value}` : []
      })
      const description = node.description?.value ? ` (${node.description.value})` : ''
      lines.push([`${role} "${node.name?.value ?? ''}"${description}`, ...states].join(', '))
    }
    for (const child of node.childIds ?? []) walk(byId.get(child))
  }
  walk(nodes[0])
  return lines
}
