import { position, slowDrop, ticket } from '../kit/line.js'
import { expect, logIn, open, signUp, test } from '../kit/test.js'

test('a pause keeps the places, gives new ones, and ends without a reload', async ({ page: owner, somebody, shop }) => {
  await logIn(owner, shop.admin)
  const [shopper, newcomer] = [await somebody(), await somebody()]
  const email = await signUp(shopper)
  const laterEmail = await signUp(newcomer)
  const drop = await slowDrop(shop, 15)
  let loads = 0
  for (const page of [shopper, newcomer]) {
    await open(page, `/drops/${drop}`)
    page.on('load', () => (loads += 1))
  }
  await open(owner, `/admin/drops/${drop}`)
  await owner.getByTestId('pause').click()
  await shopper.getByTestId('join-button').click()
  const mine = await ticket(shopper)

  await owner.getByTestId('pause-send').click()
  await expect(owner.getByTestId('resume')).toBeVisible()
  await expect(shopper.locator('.stage-title')).toHaveText('잠시 멈췄어요')
  const issued = (await shop.coupons(drop)).length
  await expect.poll(() => position(shopper)).toBe(Number(mine) - issued)
  await expect(newcomer.getByTestId('join-body')).toContainText('지금 번호표를 받아 두시면')
  await newcomer.getByTestId('join-button').click()
  const later = await ticket(newcomer)
  expect(Number(later)).toBeGreaterThan(Number(mine))
  await expect(newcomer.locator('.stage-title')).toHaveText('잠시 멈췄어요')
  expect(await ticket(shopper)).toBe(mine)
  expect(await shop.coupons(drop)).toHaveLength(issued)

  await owner.getByTestId('resume').click()
  await owner.getByTestId('resume-send').click()
  await expect(shopper.getByTestId('coupon-code')).toBeVisible({ timeout: 30_000 })
  await expect(newcomer.getByTestId('coupon-code')).toBeVisible({ timeout: 30_000 })
  const last = (await shop.coupons(drop)).slice(-2).map((coupon) => [coupon.email, coupon.ticket])
  expect(last).toEqual([
    [email, Number(mine)],
    [laterEmail, Number(later)],
  ])
  expect(loads).toBe(0)
})
