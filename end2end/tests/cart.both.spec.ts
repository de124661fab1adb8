import { alive, expect, open, signUp, test } from '../kit/test.js'

test('a visitor fills a cart, changes it, and takes it along when signing up', async ({ page }) => {
  await open(page, '/products/1')
  await page.getByTestId('add-count').fill('2')
  await page.getByTestId('add-to-cart').click()
  await expect(page.getByTestId('cart-count')).toHaveText('2')
  await open(page, '/products/2')
  await page.getByTestId('add-to-cart').click()
  await expect(page.getByTestId('cart-count')).toHaveText('3')

  await open(page, '/cart')
  await expect(page.getByTestId('cart-line')).toHaveCount(2)
  const first = page.getByTestId('cart-line').first()
  const total = await page.getByTestId('cart-total').innerText()
  await first.getByTestId('cart-more').click()
  await expect(first.getByTestId('cart-line-count')).toHaveValue('2')
  await expect(page.getByTestId('cart-total')).not.toHaveText(total)
  await expect(page.getByTestId('cart-count')).toHaveText('4')

  await first.getByTestId('cart-line-count').fill('100')
  await first.getByTestId('cart-apply').click()
  await expect(page.getByTestId('cart-refused')).toContainText('99개')
  await alive(page)
  await first.getByTestId('cart-line-count').fill('1')
  await first.getByTestId('cart-apply').click()
  await expect(page.getByTestId('cart-total')).toHaveText(total)
  await expect(page.getByTestId('cart-refused')).toBeEmpty()

  for (const line of await page.getByTestId('cart-line').all()) {
    await alive(page)
    await line.getByTestId('cart-choose').click()
    await expect(line.getByTestId('cart-choose')).toHaveAttribute('aria-checked', 'false')
  }
  await expect(page.getByTestId('cart-total')).toHaveText('0원')
  await expect(page.getByTestId('cart-order')).toBeDisabled()

  await signUp(page)
  await expect(page.getByTestId('cart-count')).toHaveText('3')
  await open(page, '/cart')
  for (const left of [1, 0]) {
    await alive(page)
    await page.getByTestId('cart-remove').first().click()
    await expect(page.getByTestId('cart-line')).toHaveCount(left)
  }
  await expect(page.getByTestId('cart-count')).toHaveText('0')
})

test('a heart is for members, and leads from the list into the cart', async ({ page }) => {
  await open(page, '/products/3')
  await page.getByTestId('wish').click()
  await expect(page).toHaveURL(/\/log-in\?next=%2Fproducts%2F3/)

  await signUp(page)
  await open(page, '/products/3')
  await page.getByTestId('wish').click()
  await expect(page.getByTestId('wish')).toHaveAttribute('aria-pressed', 'true')
  await open(page, '/wishes')
  await expect(page.getByTestId('wish-card')).toHaveCount(1)
  await page.getByTestId('wish-to-cart').click()
  await expect(page.getByTestId('cart-count')).toHaveText('1')
  await open(page, '/wishes')
  await page.getByTestId('wish-remove').click()
  await expect(page.getByTestId('wish-card')).toHaveCount(0)
})
