import { openDrop } from '../kit/buying.js'
import { expect, open, signUp, test } from '../kit/test.js'

test.use({ settings: { SEONCHAK_CHALLENGE_BITS: '8' } })

test('without JavaScript the page says that this drop needs it', async ({ page, shop }) => {
  const drop = await openDrop(shop)
  await signUp(page)
  await open(page, `/drops/${drop}`)
  await page.getByTestId('join-button').click()
  await expect(page.locator('main .notice')).toContainText('자바스크립트를 켜야')
  expect(await shop.coupons(drop)).toEqual([])
})
