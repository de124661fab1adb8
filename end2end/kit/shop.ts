import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import mysql from 'mysql2/promise'

const root = resolve(import.meta.dirname, '../..')
const demoPassword = 'seonchak-demo'

/** A shop of its own: database, key prefix, pictures, and a real server. */
export class Shop {
  private constructor(
    readonly url: string,
    readonly admin: { email: string; password: string },
    readonly database: mysql.Pool,
    private readonly env: NodeJS.ProcessEnv,
    private readonly name: string,
    private server: ChildProcess,
  ) {}

  /** Starts it with these settings beside its own, filled with the demo. */
  static async open(settings: NodeJS.ProcessEnv = {}): Promise<Shop> {
    const id = randomBytes(8).toString('hex')
    const name = `seonchak_test_${id}`
    const address = new URL(setting('DATABASE_URL'))
    address.pathname = '/'
    const creating = await mysql.createConnection(address.href)
    await creating.query(`create database ${name} character set utf8mb4`)
    await creating.end()
    address.pathname = `/${name}`

    const site = `127.0.0.1:${await freePort()}`
    const env = {
      ...process.env,
      DATABASE_URL: address.href,
      SEONCHAK_REDIS_PREFIX: `${name}:`,
      SEONCHAK_MEDIA_DIR: mkdtempSync(join(tmpdir(), 'seonchak-media-')),
      SEONCHAK_MAIL_DIR: mkdtempSync(join(tmpdir(), 'seonchak-mail-')),
      LEPTOS_SITE_ADDR: site,
      // A spec makes as many people as it likes, from one address.
      SEONCHAK_SIGN_UPS_PER_HOUR: '0',
      SEONCHAK_ORIGIN: `http://${site}`,
      RUST_LOG: 'warn',
      ...settings,
    }
    run('migrate', env)
    run('demo', env)
    const shop = new Shop(
      `http://${site}`,
      { email: 'admin@seonchak.kr', password: demoPassword },
      mysql.createPool({ uri: address.href, timezone: 'Z' }),
      env,
      name,
      serve(env),
    )
    await shop.answers()
    return shop
  }

  /** Kills the server, as a crash does, and starts it again. */
  async crashAndRestart(): Promise<void> {
    await this.kill()
    this.server = serve(this.env)
    await this.answers()
  }

  async close(): Promise<void> {
    await this.kill()
    await this.database.query(`drop database ${this.name}`)
    await this.database.end()
    rmSync(this.env.SEONCHAK_MEDIA_DIR!, { recursive: true })
    rmSync(this.env.SEONCHAK_MAIL_DIR!, { recursive: true })
  }

  /** The coupons that MySQL knows of a drop, in the order of their issue. */
  async coupons(dropId: number): Promise<{ email: string; ticket: number; code: string }[]> {
    const [rows] = await this.database.query<mysql.RowDataPacket[]>(
      `select m.email, c.ticket, c.code from coupons c join members m on m.id = c.member_id
       where c.drop_id = ? order by c.id`,
      [dropId],
    )
    return rows as { email: string; ticket: number; code: string }[]
  }

  /** Waits for a letter to an address with a link to this page of the shop, and gives the link. */
  async linkInLetter(email: string, page: string): Promise<string> {
    const folder = this.env.SEONCHAK_MAIL_DIR!
    const deadline = Date.now() + 15_000
    while (Date.now() < deadline) {
      const names = readdirSync(folder).filter((name) => name.endsWith('.eml'))
      for (const name of names.sort().reverse()) {
        const letter = readFileSync(join(folder, name), 'utf8')
        const link = parts(letter).match(new RegExp(`${this.url}(/${page}\\?token=[\\w-]+)`))
        if (letter.includes(email) && link) return link[1]
      }
      await new Promise((soon) => setTimeout(soon, 50))
    }
    throw new Error(`no letter to ${email} leads to ${page}`)
  }

  /** Waits until the process is gone, and its address with it. */
  private async kill(): Promise<void> {
    const gone = once(this.server, 'exit')
    this.server.kill('SIGKILL')
    await gone
  }

  private async answers(): Promise<void> {
    const deadline = Date.now() + 30_000
    while (Date.now() < deadline) {
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined)
      if (answer?.ok) return
      await new Promise((soon) => setTimeout(soon, 50))
    }
    throw new Error('the server does not answer')
  }
}

/** The parts of a letter, as a reader sees them. */
function parts(letter: string): string {
  return letter
    .replaceAll('\r\n', '\n')
    .split('\n--')
    .map((part) => {
      const [head, ...text] = part.split('\n\n')
      const body = text.join('\n\n')
      if (head.includes('base64')) return Buffer.from(body, 'base64').toString()
      if (head.includes('quoted-printable')) return body.replaceAll('=\n', '').replaceAll('=3D', '=')
      return body
    })
    .join('\n')
}

function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run the tests by bin/test`)
  return value
}

function run(command: string, env: NodeJS.ProcessEnv): void {
  const done = spawnSync(setting('SEONCHAK_SERVER_BIN'), [command], { cwd: root, env, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`server ${command}: ${done.stderr}`)
}

function serve(env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(setting('SEONCHAK_SERVER_BIN'), ['serve'], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
}

/** Below the ports that the kernel hands out by itself: a server takes seconds from the choice of its port to its use. */
const ports = { from: 10_000, to: 20_000 }

function freePort(): Promise<number> {
  const port = randomInt(ports.from, ports.to)
  return new Promise((found) => {
    const probe = createServer().listen(port, '127.0.0.1', () => probe.close(() => found(port)))
    probe.once('error', () => found(freePort()))
  })
}
