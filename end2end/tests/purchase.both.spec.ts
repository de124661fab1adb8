import { alive, expect, open, signUp, test } from '../kit/test.js'
import { openDrop, placeOrder, product, stockOf, takeCoupon, toCheckout, usesOf } from '../kit/buying.js'

test('a coupon from a drop is spent on an order, and comes back when it is cancelled', async ({ page, shop }) => {
  const [drop, tea] = [await openDrop(shop), await product(shop, { price: 12_000, stock: 9 })]
  await signUp(page)
  const code = await takeCoupon(page, drop)

  await toCheckout(page, tea, 2)
  // The best coupon is chosen already: 24,000 for the goods, 3,000 for the way, 5,000 off.
  await expect(page.getByTestId('bill-goods')).toContainText('24,000')
  await expect(page.getByTestId('bill-delivery')).toContainText('3,000')
  await expect(page.getByTestId('bill-discount')).toContainText('5,000')
  await expect(page.getByTestId('bill-total')).toContainText('22,000')

  // Nothing is ordered without the agreement.
  await page.getByTestId('place-button').click()
  await expect(page.locator('[data-problem=agreed]')).toBeVisible()
  await alive(page)
  const order = await placeOrder(page)
  await expect(page.getByTestId('order-standing')).toHaveAttribute('data-state', 'paid')
  expect(await stockOf(shop, tea)).toBe(7)
  expect(await usesOf(shop, code)).toEqual([{ order, isUsed: true }])
  await open(page, '/cart')
  await expect(page.getByTestId('cart-line')).toHaveCount(0)

  await open(page, `/orders/${order}`)
  await page.getByTestId('cancel-open').click()
  await page.getByTestId('cancel-button').click()
  await expect(page.getByTestId('order-standing')).toHaveAttribute('data-state', 'cancelled')
  expect(await stockOf(shop, tea)).toBe(9)
  expect(await usesOf(shop, code)).toEqual([])
  await toCheckout(page, tea, 1)
  await expect(page.getByTestId('bill-discount')).toContainText('5,000')
})

test('a refused card leaves an order that waits, and another card pays it', async ({ page, shop }) => {
  const tea = await product(shop, { price: 40_000, stock: 3 })
  await signUp(page)
  await toCheckout(page, tea, 1)
  await expect(page.getByTestId('bill-total')).toContainText('40,000')
  await page.locator('input[name=card][value=refused]').check()
  await placeOrder(page)
  await expect(page.getByTestId('order-standing')).toHaveAttribute('data-state', 'placed')
  await expect(page.getByTestId('pay-button')).toBeVisible()
  await alive(page)
  await page.locator('input[name=card][value=approved]').check()
  await page.getByTestId('pay-button').click()
  await expect(page.getByTestId('order-standing')).toHaveAttribute('data-state', 'paid')
})

test('a visitor fills a cart, logs in on the way, and finds it again', async ({ page, shop }) => {
  const tea = await product(shop, { price: 31_000, stock: 5 })
  await open(page, `/products/${tea}`)
  await page.getByTestId('add-to-cart').click()
  await expect(page.getByTestId('cart-count')).toContainText('1')
  await open(page, '/checkout')
  await signUp(page)
  await open(page, '/cart')
  await expect(page.getByTestId('cart-line')).toHaveCount(1)
  await expect(page.getByTestId('cart-delivery')).not.toContainText('3,000')
})
