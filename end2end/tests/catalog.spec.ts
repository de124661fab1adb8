import { expect, open, test } from '../kit/test.js'

test('the search suggests while one types, and the keyboard chooses', async ({ page }) => {
  await open(page, '/')
  const search = page.getByRole('combobox', { name: '상품 검색' })
  await search.pressSequentially('세러')
  const options = page.getByRole('option')
  await expect(options.first()).toContainText('세럼')
  await expect(search).toHaveAttribute('aria-expanded', 'true')
  await search.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(search).toHaveAttribute('aria-activedescendant', 'search-option-0')
  await search.press('Escape')
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(search).toHaveValue('세러')
  await search.press('ArrowDown')
  const name = await options.first().locator('span').first().innerText()
  await search.press('Enter')
  await expect(page).toHaveURL(/\/products\/\d+/)
  await expect(page.locator('main h1')).toHaveText(name)
})

test('a suggestion is clicked; without one, Enter searches', async ({ page }) => {
  await open(page, '/')
  const search = page.getByRole('combobox', { name: '상품 검색' })
  await search.pressSequentially('클렌')
  await page.getByRole('option', { name: /카테고리/ }).click()
  await expect(page).toHaveURL('/?category=cleansing')
  await search.fill('세럼')
  await expect(page.getByRole('option').first()).toBeVisible()
  await search.press('Enter')
  await expect(page).toHaveURL(/\?q=/)
  await expect(page.getByRole('listbox')).toBeHidden()
})

test('a late answer does not replace a newer one', async ({ page }) => {
  await open(page, '/')
  const search = page.getByRole('combobox', { name: '상품 검색' })
  let letGo = (): void => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/api/catalog/suggest', async (route) => {
    if (decodeURIComponent(route.request().postData() ?? '').endsWith('램')) await held
    await route.continue()
  })
  const asked = page.waitForRequest('**/api/catalog/suggest')
  await search.fill('램')
  await asked
  await search.fill('세럼')
  await expect(page.getByRole('option').first()).toContainText('세럼')
  const late = page.waitForResponse('**/api/catalog/suggest')
  letGo()
  await (await late).finished()
  await expect(page.getByRole('option').first()).toContainText('세럼')
})

test('an order and a tick are sent as they are made', async ({ page }) => {
  await open(page, '/?category=makeup')
  await page.getByTestId('sort').selectOption('price_low')
  await expect(page).toHaveURL(/sort=price_low/)
  await expect(page.getByTestId('product-card').first()).toBeVisible()
  const shown = (await page.locator('.product-card-price').allInnerTexts()).map((text) => Number(text.replace(/\D/g, '')))
  expect(shown).toEqual([...shown].sort((a, b) => a - b))
  await page.getByTestId('filters').locator('summary').click()
  await page.locator('input[name=in_stock]').check()
  await expect(page).toHaveURL(/in_stock=true.*sort=price_low|sort=price_low.*in_stock=true/)
  await expect(page.getByTestId('chips')).toContainText('살 수 있는 상품')
})
