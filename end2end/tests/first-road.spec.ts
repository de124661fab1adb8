import { expect, inKorea, logIn, open, signUp, test } from '../kit/test.js'

test('an admin makes a drop of two; of three browsers two get coupons in ticket order, live', async ({
  page: owner,
  somebody,
  shop,
}) => {
  await logIn(owner, shop.admin)
  await open(owner, '/admin/drops/new')
  const field = (name: string) => owner.locator(`main [name=${name}]`)
  await field('name').fill('세 사람의 쿠폰')
  await field('quota').fill('2')
  await field('opens_at').fill(inKorea(new Date(Date.now() - 60_000)))
  await field('closes_at').fill(inKorea(new Date(Date.now() + 3_600_000)))
  await owner.locator('main [name=discount_kind][value=fixed]').check()
  await field('discount_won').fill('5000')
  await field('minimum_spend_won').fill('10000')
  // One a second: long enough to see each other wait.
  await field('rate_per_s').fill('1')
  await owner.locator('main form button[type=submit]').click()
  await expect(owner).toHaveURL(/\/drops\/\d+$/)
  const drop = Number(owner.url().split('/').pop())

  const people = [await somebody(), await somebody(), await somebody()]
  const emails: string[] = []
  for (const person of people) {
    emails.push(await signUp(person))
    await open(person, `/drops/${drop}`)
    await expect(person.getByTestId('remaining')).toContainText('2')
  }
  for (const person of people) {
    await person.getByTestId('join-button').click()
    await expect(person.getByTestId('join-button')).toHaveCount(0)
  }

  const codes: string[] = []
  for (const person of people.slice(0, 2)) {
    await expect(person.getByTestId('coupon-code')).toBeVisible()
    codes.push((await person.getByTestId('coupon-code').innerText()).trim())
  }
  await expect(people[2].getByTestId('sold-out')).toBeVisible()

  const issued = await shop.coupons(drop)
  expect(issued.map(({ email, ticket }) => [email, ticket])).toEqual([
    [emails[0], 1],
    [emails[1], 2],
  ])
  expect(issued.map(({ code }) => code)).toEqual(codes)

  // The owner only looked on, and saw it happen.
  await expect(owner.getByTestId('remaining')).toContainText('0')
  await open(people[0], '/coupons')
  await expect(people[0].getByText(codes[0])).toBeVisible()
  await expect(people[0].getByText('세 사람의 쿠폰')).toBeVisible()
})
