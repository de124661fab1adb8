import { expect, open, type Page } from './test.js'
import type { Shop } from './shop.js'
import type { ResultSetHeader, RowDataPacket } from 'mysql2'

/** A product with so many pieces, which no other test buys. */
export async function product(shop: Shop, { price, stock }: { price: number; stock: number }): Promise<number> {
  const [made] = await shop.database.query<ResultSetHeader>(
    `insert into products (name_ko, name_en, maker_ko, maker_en, detail_ko, detail_en, price_won, stock,
                           created_at, changed_at)
     values ('시험용 다기', 'Tea set', '결', 'Gyeol', '설명이에요.', 'Details.', ?, ?,
             utc_timestamp(3) - interval 1 year, utc_timestamp(3))`,
    [price, stock],
  )
  return made.insertId
}

/** A drop that is open, of coupons for 5,000 won off orders from 10,000. */
export async function openDrop(shop: Shop): Promise<number> {
  const [made] = await shop.database.query<ResultSetHeader>(
    `insert into drops (name, quota, opens_at, closes_at, discount_won, minimum_spend_won, valid_days,
                        created_at, created_by)
     select '장보기 쿠폰', 100, utc_timestamp(3) - interval 1 minute, utc_timestamp(3) + interval 1 hour,
            5000, 10000, 14, utc_timestamp(3), min(id) from members`,
  )
  return made.insertId
}

/** Joins a drop and waits for the coupon; gives its code. */
export async function takeCoupon(page: Page, drop: number): Promise<string> {
  await open(page, `/drops/${drop}`)
  await page.getByTestId('join-button').click()
  await expect(page.getByTestId('coupon-code')).toBeVisible({ timeout: 30_000 })
  return (await page.getByTestId('coupon-code').innerText()).trim()
}

/** Puts so many pieces into the cart and goes on to the checkout. */
export async function toCheckout(page: Page, productId: number, count: number): Promise<void> {
  await open(page, `/products/${productId}`)
  await page.getByTestId('add-count').fill(String(count))
  await page.getByTestId('add-to-cart').click()
  await expect(page.getByTestId('cart-count')).toContainText(String(count))
  await open(page, '/cart')
  await expect(page.getByTestId('cart-line')).toHaveCount(1)
  await page.getByTestId('cart-order').click()
  await expect(page).toHaveURL(/\/checkout/)
  await expect(page.getByTestId('place-button')).toBeVisible()
}

/** Agrees and presses the button; gives the order's number. */
export async function placeOrder(page: Page): Promise<number> {
  await page.getByTestId('agreed').check()
  await page.getByTestId('place-button').click()
  await expect(page).toHaveURL(/\/orders\/\d+/)
  return Number(/\/orders\/(\d+)/.exec(page.url())![1])
}

/** What MySQL says of a product's stock. */
export async function stockOf(shop: Shop, productId: number): Promise<number> {
  const [[row]] = await shop.database.query<RowDataPacket[]>('select stock from products where id = ?', [productId])
  return row.stock as number
}

/** Orders that have a coupon, and whether it is used. */
export async function usesOf(shop: Shop, code: string): Promise<{ order: number; isUsed: boolean }[]> {
  const [rows] = await shop.database.query<RowDataPacket[]>(
    `select u.order_id, u.used_at from coupon_uses u join coupons c on c.id = u.coupon_id where c.code = ?`,
    [code],
  )
  return rows.map((row) => ({ order: row.order_id as number, isUsed: row.used_at !== null }))
}
