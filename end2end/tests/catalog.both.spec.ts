import { expect, open, test } from '../kit/test.js'

test('the catalogue is leafed through and searched, by addresses that can be kept', async ({ page }) => {
  await open(page, '/')
  await expect(page.getByTestId('product-card')).toHaveCount(24)
  const first = await page.getByTestId('product-card').first().innerText()
  await open(page, '/?page=5')
  await expect(page.getByTestId('product-card')).toHaveCount(24)
  await expect(page.getByTestId('product-card').first()).not.toHaveText(first)

  await open(page, '/')
  await page.locator('input[name=q]').first().fill('세럼')
  await page.locator('input[name=q]').first().press('Enter')
  await expect(page).toHaveURL(/q=/)
  await expect(page.getByTestId('product-card').first()).toContainText('세럼')
  expect(await page.getByTestId('product-card').count()).toBeLessThan(24)

  await open(page, '/?q=없는상품이름')
  await expect(page.getByTestId('product-card')).toHaveCount(0)
})

test('a list is narrowed by category and price, and widened again by a touch', async ({ page }) => {
  await open(page, '/')
  await page.getByTestId('categories').getByRole('link', { name: '스킨케어' }).click()
  await expect(page).toHaveURL('/?category=skin-care')
  await expect(page.getByTestId('product-card')).toHaveCount(11)
  await page.getByTestId('filters').locator('summary').click()
  await page.locator('input[name=max]').fill('25000')
  await page.getByTestId('filters').getByRole('button').click()
  await expect(page).toHaveURL(/category=skin-care.*max=25000/)
  await expect(page.getByTestId('chips')).toContainText('25,000원 이하')
  const narrow = await page.getByTestId('product-card').count()
  expect(narrow).toBeGreaterThan(0)
  expect(narrow).toBeLessThan(11)
  await page.getByTestId('chips').getByRole('link', { name: /25,000원/ }).click()
  await expect(page).toHaveURL('/?category=skin-care')
  await expect(page.getByTestId('product-card')).toHaveCount(11)
})

test('a product has pictures, a price and a stock state', async ({ page }) => {
  await open(page, '/')
  await page.getByTestId('product-card').first().locator('a').first().click()
  await expect(page).toHaveURL(/\/products\/\d+/)
  await expect(page.locator('main h1')).toBeVisible()
  await expect(page.locator('main')).toContainText('원')
  const picture = page.locator('main img').first()
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
})

test('what is not there is said to be not there', async ({ page }) => {
  for (const path of ['/products/999999', '/drops/999999', '/nothing']) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(404)
    await expect(page.locator('main h1')).toBeVisible()
  }
})
