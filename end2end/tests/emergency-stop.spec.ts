import { openDrop } from '../kit/buying.js'
import { slowDrop } from '../kit/line.js'
import { expect, logIn, open, signUp, test } from '../kit/test.js'

// The stop is the whole shop's. Tests of one worker run one after the other, and if this one fails, the next has a
// worker and so a shop of its own.
test('an emergency stop holds every click, and who clicked meanwhile is joined when it ends', async ({
  page: owner,
  somebody,
  shop,
}) => {
  await logIn(owner, shop.admin)
  const drop = await openDrop(shop)
  const [shopper, onlooker, waiting] = [await somebody(), await somebody(), await somebody()]
  for (const page of [shopper, onlooker, waiting]) await signUp(page)
  let loads = 0
  for (const page of [shopper, onlooker]) {
    await open(page, `/drops/${drop}`)
    page.on('load', () => (loads += 1))
  }
  await open(owner, '/admin/drops')
  await owner.getByTestId('stop').click()
  await open(waiting, `/drops/${await slowDrop(shop, 12)}`)
  await waiting.getByTestId('join-button').click()
  await expect(waiting.getByTestId('ticket')).toBeVisible()

  await owner.getByTestId('stop-send').click()
  await expect(owner.getByTestId('go-on')).toBeVisible()
  for (const page of [shopper, onlooker]) {
    await expect(page.getByTestId('stopped')).toContainText('이 화면에 버튼이 저절로 돌아와요')
  }
  await shopper.getByTestId('stopped').getByRole('button').click()
  await expect(shopper.getByTestId('stopped')).toContainText('누르신 것을 기억하고 있어요')
  // Who has a ticket is served as always.
  await expect(waiting.getByTestId('coupon-code')).toBeVisible({ timeout: 30_000 })
  expect(await shop.coupons(drop)).toEqual([])

  await owner.getByTestId('go-on').click()
  await owner.getByTestId('go-on-send').click()
  await expect(owner.getByTestId('stop')).toBeVisible()
  await expect(shopper.getByTestId('coupon-code')).toBeVisible({ timeout: 30_000 })
  await expect(onlooker.getByTestId('join-button')).toBeEnabled()
  expect(await shop.coupons(drop)).toHaveLength(1)
  expect(loads).toBe(0)
})
