import type { Page } from './test.js'
import type { Shop } from './shop.js'
import type { ResultSetHeader } from 'mysql2'

/** A drop that decides one ticket a second, with so many people in its line already. */
export async function slowDrop(shop: Shop, waiting: number): Promise<number> {
  const [made] = await shop.database.query<ResultSetHeader>(
    `insert into drops (name, quota, opens_at, closes_at, discount_won, minimum_spend_won, valid_days,
                        rate_per_s, created_at, created_by)
     select '천천히 쿠폰', 1000, utc_timestamp(3) - interval 1 minute, utc_timestamp(3) + interval 1 hour,
            1000, 0, 14, 1, utc_timestamp(3), min(id) from members`,
  )
  const drop = made.insertId
  for (let n = 0; n < waiting; n += 1) {
    const form = new URLSearchParams({
      name: '앞사람',
      email: `ahead${drop}-${n}@example.kr`,
      password: 'one fine password',
      address: '서울',
    })
    const signedUp = await fetch(`${shop.url}/api/members/sign_up`, { method: 'POST', body: form })
    const cookie = signedUp.headers.get('set-cookie')!.split(';')[0]
    const body = new URLSearchParams({ drop_id: String(drop) })
    await fetch(`${shop.url}/api/drops/join`, { method: 'POST', body, headers: { cookie } })
  }
  return drop
}

/** How many are decided before the reader of a page. */
export async function position(page: Page): Promise<number> {
  return Number((await page.getByTestId('position').innerText()).replace(/\D/g, ''))
}

export async function ticket(page: Page): Promise<string> {
  return (await page.getByTestId('ticket').innerText()).replace(/\D/g, '')
}
