import { alive, expect, test } from '../kit/test.js'

test.describe('the policy of a page', () => {
  test('lets the shop work, and nothing that was planted in it', async ({ browser, baseURL }) => {
    // Not watched by the kit: here the complaints are what is looked for.
    const page = await browser.newPage({ baseURL })
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    const answer = await page.goto('/')
    const policy = answer!.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    await alive(page)
    expect(complaints.filter((text) => text.includes('Content Security Policy'))).toEqual([])

    const planted = await page.evaluate(async () => {
      const forbidden: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => forbidden.push(event.effectiveDirective))
      const script = document.createElement('script')
      script.textContent = 'window.planted = true'
      document.body.append(script)
      document.body.insertAdjacentHTML('beforeend', '<p style="color: red" onclick="window.planted = true">x</p>')
      const stranger = await fetch('https://evil.example/').then(
        () => 'answered',
        () => 'refused',
      )
      await new Promise((resolve) => setTimeout(resolve, 0))
      return { ran: 'planted' in window, stranger, forbidden }
    })
    expect(planted.ran).toBe(false)
    expect(planted.stranger).toBe('refused')
    expect(planted.forbidden).toEqual(
      expect.arrayContaining(['script-src-elem', 'script-src-attr', 'style-src-attr', 'connect-src']),
    )
    await page.close()
  })
})
