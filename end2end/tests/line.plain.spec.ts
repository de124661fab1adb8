import { expect, open, signUp, test } from '../kit/test.js'

test('a coupon is to be had without JavaScript', async ({ page, shop }) => {
  await signUp(page)
  await open(page, '/drops')
  const [[open_]] = (await shop.database.query(
    'select id from drops where issued < quota and opens_at <= utc_timestamp(3) order by id limit 1',
  )) as unknown as [[{ id: number }]]
  await open(page, `/drops/${open_.id}`)
  await page.getByTestId('join-button').click()
  // The page asks again by itself, by a refresh.
  await expect(page.getByTestId('coupon-code')).toBeVisible({ timeout: 30_000 })
  const code = (await page.getByTestId('coupon-code').innerText()).trim()
  expect((await shop.coupons(open_.id)).map((coupon) => coupon.code)).toContain(code)
})

test('who is not signed in is led to log in, and back', async ({ page, shop }) => {
  const [[drop]] = (await shop.database.query(
    'select id from drops where issued < quota and opens_at <= utc_timestamp(3) order by id limit 1',
  )) as unknown as [[{ id: number }]]
  await open(page, `/drops/${drop.id}`)
  await page.getByTestId('join-button').click()
  await expect(page).toHaveURL(/\/log-in\?next=/)
  await page.locator('main input[name=email]').fill(shop.admin.email)
  await page.locator('main input[name=password]').fill(shop.admin.password)
  await page.locator('main form button[type=submit]').click()
  await expect(page).toHaveURL(`/drops/${drop.id}`)
})
