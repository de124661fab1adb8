import { readFile } from 'node:fs/promises'
import { expect, inKorea, logIn, open, signUp, test } from '../kit/test.js'
import { placeOrder, toCheckout } from '../kit/buying.js'

test("an owner's day: a product with pictures, a drop, an order that moves on, and the file", async ({
  page: owner,
  somebody,
  shop,
}) => {
  await logIn(owner, shop.admin)
  // Any picture will do; a browser makes real ones.
  const pictures = [await owner.screenshot(), await owner.getByRole('banner').screenshot()]
  await open(owner, '/admin/products/new')
  const fields: Record<string, string> = {
    name_ko: '새벽 찻주전자',
    name_en: 'Dawn Teapot',
    maker_ko: '결',
    maker_en: 'Gyeol',
    price: '35,000',
    stock: '4',
    detail_ko: '아침에 쓰는 찻주전자예요.',
    detail_en: 'A teapot for the morning.',
  }
  for (const [name, value] of Object.entries(fields)) {
    await owner.locator(`main [name=${name}]`).fill(value)
  }
  await owner.locator('main select[name=category]').selectOption({ index: 1 })
  await owner.locator('main input[type=file]').first().setInputFiles(
    pictures.map((buffer, n) => ({ name: `../picture-${n}.png`, mimeType: 'image/png', buffer })),
  )
  await expect(owner.getByTestId('picture-slot')).toHaveCount(2)
  await owner.locator('.product-form button.is-wide').click()
  await expect(owner).toHaveURL(/\/admin\/products\/\d+\?saved=1$/)
  await open(owner, '/admin/products')
  await expect(owner.getByTestId('owner-product').first()).toContainText('새벽 찻주전자')
  const [[made]] = (await shop.database.query(
    "select id from products where name_ko = '새벽 찻주전자'",
  )) as unknown as [[{ id: number }]]

  await open(owner, '/admin/drops/new')
  const field = (name: string) => owner.locator(`main [name=${name}]`)
  await field('name').fill('찻주전자 쿠폰')
  await field('quota').fill('10')
  await field('opens_at').fill(inKorea(new Date(Date.now() - 60_000)))
  await field('closes_at').fill(inKorea(new Date(Date.now() + 3_600_000)))
  await owner.locator('main [name=discount_kind][value=fixed]').check()
  await field('discount_won').fill('5000')
  await owner.locator('main form button[type=submit]').click()
  await expect(owner).toHaveURL(/\/drops\/\d+$/)

  const shopper = await somebody()
  await signUp(shopper, '박서연')
  await open(shopper, `/products/${made.id}`)
  const picture = shopper.locator('main img').first()
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await toCheckout(shopper, made.id, 1)
  const order = await placeOrder(shopper)

  await open(owner, '/admin/orders')
  await expect(owner.getByTestId('owner-order').first()).toContainText('박서연')
  await open(owner, `/admin/orders/${order}`)
  for (const state of ['preparing', 'shipped']) {
    await owner.getByTestId('move-on').locator('button').click()
    await expect(owner.getByTestId('order-state').first()).toHaveAttribute('data-state', state)
  }
  await open(shopper, `/orders/${order}`)
  await expect(shopper.getByTestId('order-standing')).toHaveAttribute('data-state', 'shipped')
  await expect(shopper.getByTestId('cancel-open')).toHaveCount(0)

  await open(owner, '/admin/orders')
  const file = owner.waitForEvent('download')
  await owner.getByTestId('orders-file').click()
  const text = await readFile(await (await file).path(), 'utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  expect(text).toContain('새벽 찻주전자')
  expect(text).toContain('박서연')

  await open(owner, '/admin')
  await expect(owner.getByTestId('today-orders')).toContainText('1')
  await open(owner, '/admin/audit')
  await expect(owner.getByTestId('audit-entry').first()).toBeVisible()
})

test('what is for owners is closed to everybody else', async ({ page, somebody }) => {
  const paths = ['/admin', '/admin/products', '/admin/products/new', '/admin/orders', '/admin/drops', '/admin/members', '/admin/audit']
  const member = await somebody()
  await signUp(member)
  for (const path of paths) {
    expect((await page.goto(path))?.status(), path).toBe(401)
    expect((await member.goto(path))?.status(), path).toBe(403)
  }
})

test('a board moves while a drop runs, and its buttons steer it', async ({ page: owner, somebody, shop }) => {
  await logIn(owner, shop.admin)
  await open(owner, '/admin/drops/new')
  const field = (name: string) => owner.locator(`main [name=${name}]`)
  await field('name').fill('세 걸음 쿠폰')
  await field('quota').fill('1')
  await field('opens_at').fill(inKorea(new Date(Date.now() - 60_000)))
  await field('closes_at').fill(inKorea(new Date(Date.now() + 3_600_000)))
  await owner.locator('main [name=discount_kind][value=fixed]').check()
  await field('discount_won').fill('1000')
  await owner.locator('main form button[type=submit]').click()
  await expect(owner).toHaveURL(/\/drops\/\d+$/)
  const drop = Number(owner.url().split('/').pop())
  await open(owner, `/admin/drops/${drop}`)
  await expect(owner.getByTestId('board')).toBeVisible()

  const [first, second] = [await somebody(), await somebody()]
  for (const person of [first, second]) {
    await signUp(person)
    await open(person, `/drops/${drop}`)
  }
  await first.getByTestId('join-button').click()
  await expect(first.getByTestId('coupon-code')).toBeVisible()
  await expect(second.getByTestId('sold-out')).toBeVisible()
  await expect(owner.getByTestId('board-stage')).toContainText('모두 소진')

  // More of them: whoever was told that all are gone may join again, without a reload.
  await owner.getByTestId('add-quota').click()
  await owner.locator('main [name=count]').fill('1')
  await owner.getByTestId('add-quota-send').click()
  await second.getByTestId('join-button').click()
  await expect(second.getByTestId('coupon-code')).toBeVisible()
  expect(await shop.coupons(drop)).toHaveLength(2)
})
