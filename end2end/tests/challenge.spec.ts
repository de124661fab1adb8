import { openDrop } from '../kit/buying.js'
import { expect, open, signUp, test } from '../kit/test.js'

// A second's work for this machine, so that the page is seen at it.
test.use({ settings: { SEONCHAK_CHALLENGE_BITS: '21' } })

test('a browser proves its work, stays alive meanwhile, and has its coupon', async ({ page, shop }) => {
  const drop = await openDrop(shop)
  const email = await signUp(page)
  await open(page, `/drops/${drop}`)
  const asked = page.waitForResponse('**/api/drops/join')
  await page.getByTestId('join-button').click()
  expect(((await (await asked).json()) as { state: string }).state).toBe('challenge')
  await expect(page.getByTestId('checking')).toBeVisible()
  // The page's thread is never held for long.
  const longest = await page.evaluate(async () => {
    let longest = 0
    for (let before = performance.now(), looks = 0; looks < 20; looks += 1) {
      await new Promise((soon) => setTimeout(soon, 0))
      const now = performance.now()
      longest = Math.max(longest, now - before)
      before = now
    }
    return longest
  })
  expect(longest).toBeLessThan(500)
  await expect(page.getByTestId('coupon-code')).toBeVisible({ timeout: 45_000 })
  expect((await shop.coupons(drop)).map((coupon) => coupon.email)).toEqual([email])
})

test('who leaves the page while it works is in no line', async ({ page, shop }) => {
  const drop = await openDrop(shop)
  await signUp(page)
  await open(page, `/drops/${drop}`)
  const asked = page.waitForResponse('**/api/drops/join')
  await page.getByTestId('join-button').click()
  await asked
  let clicks = 0
  page.on('request', (request) => (clicks += Number(request.url().endsWith('/api/drops/join'))))
  await page.locator('a.back').click()
  await expect(page).toHaveURL('/drops')
  await open(page, `/drops/${drop}`)
  await expect(page.getByTestId('join-button')).toBeEnabled()
  expect(clicks).toBe(0)
})
