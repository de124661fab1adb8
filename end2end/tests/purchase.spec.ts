import { expect, open, signUp, test } from '../kit/test.js'
import { placeOrder, product, stockOf, toCheckout } from '../kit/buying.js'
import type { RowDataPacket } from 'mysql2'

test('a double click and two tabs give one order', async ({ page, context, shop }) => {
  const tea = await product(shop, { price: 12_000, stock: 9 })
  const email = await signUp(page)
  await toCheckout(page, tea, 1)
  const other = await context.newPage()
  await open(other, '/checkout')
  await page.getByTestId('agreed').check()
  await page.getByTestId('place-button').dblclick()
  await expect(page).toHaveURL(/\/orders\/\d+/)
  await other.getByTestId('agreed').check()
  await other.getByTestId('place-button').click()
  await expect(other.getByRole('alert').or(other.locator('.notice')).first()).toBeVisible()
  const [rows] = await shop.database.query<RowDataPacket[]>(
    'select o.id from orders o join members m on m.id = o.member_id where m.email = ?',
    [email],
  )
  expect(rows).toHaveLength(1)
  expect(await stockOf(shop, tea)).toBe(8)
})

test('the total follows the count, and the cart the price', async ({ page, shop }) => {
  const tea = await product(shop, { price: 12_000, stock: 9 })
  await open(page, `/products/${tea}`)
  await page.getByTestId('add-count').fill('3')
  await expect(page.getByTestId('add-total')).toContainText('36,000')
  await page.getByTestId('add-to-cart').click()
  await expect(page.getByTestId('added')).toBeVisible()
  await expect(page.getByTestId('cart-count')).toContainText('3')
  await shop.database.query('update products set price_won = 15000, stock = 2 where id = ?', [tea])
  await open(page, '/cart')
  await expect(page.getByTestId('cart-problem').first()).toBeVisible()
})

test('an order that another took meanwhile is told at the button', async ({ page, shop }) => {
  const tea = await product(shop, { price: 40_000, stock: 1 })
  await signUp(page)
  await toCheckout(page, tea, 1)
  await shop.database.query('update products set stock = 0 where id = ?', [tea])
  await page.getByTestId('agreed').check()
  await page.getByTestId('place-button').click()
  await expect(page.locator('.notice').first()).toBeVisible()
  await expect(page).toHaveURL(/\/checkout/)
  await shop.database.query('update products set stock = 1, changed_at = utc_timestamp(3) where id = ?', [tea])
  await open(page, '/checkout')
  await placeOrder(page)
  expect(await stockOf(shop, tea)).toBe(0)
})
