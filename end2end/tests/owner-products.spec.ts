import { expect, logIn, open, test, type Page } from '../kit/test.js'

const texts = {
  name_ko: '달빛 접시',
  name_en: 'Moonlight Plate',
  maker_ko: '결',
  maker_en: 'Gyeol',
  price: '18,000',
  stock: '6',
  detail_ko: '첫 줄\n둘째 줄',
  detail_en: 'First line\nsecond line',
}

/** Any picture will do; a browser makes real ones. */
async function choosePictures(page: Page): Promise<void> {
  const pictures = [await page.screenshot(), await page.locator('header').screenshot()]
  await page
    .locator('#picture-files')
    .setInputFiles(pictures.map((buffer, n) => ({ name: `${n}.png`, mimeType: 'image/png', buffer })))
  await expect(page.getByTestId('picture-slot')).toHaveCount(2)
}

const field = (page: Page, name: string) => page.locator(`main [name=${name}]`)
const save = (page: Page) => page.locator('.product-form button.is-wide').click()
const shown = (page: Page) =>
  page.locator('.picture-slot img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).src))

async function fillAndSave(page: Page): Promise<void> {
  for (const [name, value] of Object.entries(texts)) await field(page, name).fill(value)
  await save(page)
  await expect(page).toHaveURL(/\/admin\/products\/\d+\?saved=1$/)
  // The form of what was saved: its pictures are the shop's by now.
  await expect(page.locator('.picture-slot input[name=picture]')).toHaveCount(2)
}

test('a refused form keeps what was typed and chosen, and says what is wrong where', async ({ page, shop }) => {
  await logIn(page, shop.admin)
  await open(page, '/admin/products/new')
  await choosePictures(page)
  const svg = { name: '../x.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') }
  await page.locator('#picture-files').setInputFiles(svg)
  await field(page, 'name_ko').fill(texts.name_ko)
  await field(page, 'price').fill('많이')
  await save(page)
  await expect(page.locator('[data-problem=price]')).toBeVisible()
  await expect(page.locator('[data-problem=pictures]')).toContainText('3번째 사진')
  await expect(field(page, 'name_ko')).toHaveValue(texts.name_ko)
  await expect(page.getByTestId('picture-slot')).toHaveCount(3)
  await page.getByTestId('picture-slot').nth(2).getByRole('button', { name: '삭제' }).click()
  await fillAndSave(page)
})

test('pictures are put in order by the pointer and by the keyboard', async ({ page, shop }) => {
  await logIn(page, shop.admin)
  await open(page, '/admin/products/new')
  await choosePictures(page)
  const [first, second] = await shown(page)
  const middle = async (n: number) => {
    const box = (await page.locator('.picture-grip').nth(n).boundingBox())!
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  await page.locator('.picture-grip').first().scrollIntoViewIfNeeded()
  const [from, to] = [await middle(1), await middle(0)]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await page.mouse.up()
  expect(await shown(page)).toEqual([second, first])
  await fillAndSave(page)

  const [one, two] = await shown(page)
  const forward = page.getByTestId('picture-slot').nth(1).getByRole('button', { name: '앞으로' })
  await forward.focus()
  await page.keyboard.press('Enter')
  expect(await shown(page)).toEqual([two, one])
  // The keyboard stays with the picture that moved.
  await expect(page.getByTestId('picture-slot').first().getByRole('button', { name: '앞으로' })).toBeFocused()
  await save(page)
  await expect(page).toHaveURL(/saved=2$/)
  await page.reload()
  expect(await shown(page)).toEqual([two, one])
})

test('who saves second sees what the first one changed, and loses nothing', async ({ page, somebody, shop }) => {
  await logIn(page, shop.admin)
  await open(page, '/admin/products/new')
  await choosePictures(page)
  await fillAndSave(page)
  const other = await somebody()
  await logIn(other, shop.admin)
  await open(other, new URL(page.url()).pathname)
  await field(other, 'price').fill('15000')
  await save(other)
  await expect(other).toHaveURL(/saved=2$/)

  await field(page, 'name_en').fill('My own name')
  await save(page)
  await expect(page.getByTestId('changes')).toContainText('15,000')
  await expect(page.getByTestId('changes')).toBeInViewport()
  await expect(field(page, 'name_en')).toHaveValue('My own name')
  await field(page, 'price').fill('15000')
  await save(page)
  await expect(page).toHaveURL(/saved=3$/)

  // Withdrawing leaves alone what is being typed.
  await field(page, 'name_en').fill('Still typing')
  await page.getByTestId('withdraw').click()
  await expect(page.getByTestId('put-back')).toBeVisible()
  await expect(field(page, 'name_en')).toHaveValue('Still typing')
  await save(page)
  await expect(page).toHaveURL(/saved=5$/)
})
