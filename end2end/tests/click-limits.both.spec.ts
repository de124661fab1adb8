import { openDrop } from '../kit/buying.js'
import { expect, open, signUp, test } from '../kit/test.js'

// Two at once, then one a second: few enough for a browser to be too fast.
test.use({ settings: { SEONCHAK_CLICKS_PER_MEMBER: '1' } })

test('who clicks too often is told when to come again, and then gets in', async ({ page, javaScriptEnabled, shop }) => {
  const [drop, another] = [await openDrop(shop), await openDrop(shop)]
  await signUp(page)
  await open(page, `/drops/${drop}`)
  // The same member elsewhere, with a machine that clicks: every click counts, whichever drop's it is.
  const click = () => page.request.post('/api/drops/join', { form: { drop_id: String(another) } })
  await Promise.all([click(), click()])
  await page.getByTestId('join-button').click()
  await expect(page.getByText('너무 빠르게 여러 번 눌렀어요. 1초 뒤에 다시 눌러 주세요.')).toBeVisible()
  await expect(page.getByTestId('join-button')).toBeEnabled()
  expect(await shop.coupons(drop)).toEqual([])

  // A page with JavaScript clicks again by itself.
  if (javaScriptEnabled === false) {
    const isIn = page.getByTestId('ticket').or(page.getByTestId('coupon-code'))
    await expect(async () => {
      await page.getByTestId('join-button').click()
      await expect(isIn).toBeVisible({ timeout: 1_000 })
    }).toPass()
  }
  await expect(page.getByTestId('coupon-code')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('너무 빠르게 여러 번 눌렀어요')).toHaveCount(0)
})
