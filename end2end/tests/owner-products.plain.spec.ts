import { expect, logIn, open, test } from '../kit/test.js'

test('an owner without JavaScript makes a product, orders its pictures and withdraws it', async ({ page, shop }) => {
  await logIn(page, shop.admin)
  await open(page, '/admin/products/new')
  const pictures = [await page.screenshot(), await page.locator('header').screenshot()]
  const field = (name: string) => page.locator(`main [name=${name}]`)
  const save = () => page.locator('.product-form button.is-wide').click()
  const shown = () =>
    page.locator('.picture-slot img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).src))
  await save()
  await expect(page.locator('[data-problem=pictures]')).toBeVisible()
  await expect(page.locator('[data-problem=price]')).toBeVisible()
  for (const name of ['name_ko', 'name_en', 'maker_ko', 'maker_en', 'detail_ko', 'detail_en']) {
    await field(name).fill('결')
  }
  await field('price').fill('9000')
  await field('stock').fill('3')
  await page
    .locator('#picture-files')
    .setInputFiles(pictures.map((buffer, n) => ({ name: `${n}.png`, mimeType: 'image/png', buffer })))
  await save()
  await expect(page).toHaveURL(/\/admin\/products\/\d+\?saved=1$/)
  const [first, second] = await shown()

  await field('price').fill('9500')
  await page.getByTestId('picture-slot').nth(1).getByRole('button', { name: '앞으로' }).click()
  await expect(page).toHaveURL(/saved=2$/)
  expect(await shown()).toEqual([second, first])
  await expect(field('price')).toHaveValue('9500')
  await page.getByTestId('picture-slot').first().getByRole('button', { name: '삭제' }).click()
  expect(await shown()).toEqual([first])

  await page.getByTestId('withdraw').click()
  await expect(page.getByTestId('put-back')).toBeVisible()
  await open(page, '/admin/products?standing=withdrawn')
  await expect(page.getByTestId('owner-product').first()).toContainText('결')
})
