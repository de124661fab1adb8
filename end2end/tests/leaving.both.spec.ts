import { slowDrop, ticket } from '../kit/line.js'
import { expect, open, signUp, test } from '../kit/test.js'

test('who leaves the line gives the place back, and stands at its end when they come again', async ({
  page,
  javaScriptEnabled,
  shop,
}) => {
  const email = await signUp(page)
  const drop = await slowDrop(shop, 10)
  await open(page, `/drops/${drop}`)
  await page.getByTestId('join-button').click()
  const given = Number(await ticket(page))
  await page.getByTestId('leave-button').click()
  await expect(page.getByTestId('ticket')).toHaveCount(0)
  await expect(page.getByTestId('join-button')).toBeEnabled()
  if (javaScriptEnabled !== false) {
    await expect(page.getByTestId('join-body')).toContainText('다시 누르시면 줄 맨 뒤에 서게 돼요')
  }

  await page.getByTestId('join-button').click()
  const taken = Number(await ticket(page))
  expect(taken).toBeGreaterThan(given)
  await expect(page.getByTestId('coupon-code')).toBeVisible({ timeout: 40_000 })
  const issued = await shop.coupons(drop)
  expect(issued.filter((coupon) => coupon.email === email).map((coupon) => coupon.ticket)).toEqual([taken])
  // Nobody got the place that was given back, and everybody before it got theirs.
  expect(issued.map((coupon) => coupon.ticket)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, taken])
})
