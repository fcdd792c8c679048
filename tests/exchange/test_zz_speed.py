import asyncio, time
from dataclasses import replace
from integrity_archive import clock
from integrity_archive.exchange import batches, outbox, planner, receipts, wire
from integrity_archive.exchange.models import Target, Delivery, Batch
from integrity_archive.exchange.connectors.service import Service
from integrity_archive.exchange.registration import load
from .province import *

async def test_speed(exchange, university, sandbox, tmp_path):
    N=4000
    for _ in range(N//500): await university.entries(500)
    t=time.perf_counter(); await planner.plan(now=clock.now()); p=time.perf_counter()-t
    print("plan", N/p)
    t=time.perf_counter()
    async def collect():
        while await Delivery.exclude(state="accepted").exists():
            exchange.links.next_poll.clear()
            await receipts.collect(exchange.links, now=clock.now())
            await asyncio.sleep(0.05)
    async def send():
        await outbox.send(exchange.links, now=clock.now()); print("sent only", N/(time.perf_counter()-t))
    await asyncio.gather(send(), collect())
    print("push", N/(time.perf_counter()-t))
    # bare: same contents to a fresh platform
    from integrity_archive.database import rows
    contents=[]
    for b in await Batch.all():
        c = await rows(batches.CONTENT,[b.id])
        entries=[batches_open(x) for x in c]
        contents.append((b.number, b, c, entries))
    with running(tmp_path/"bare", population={a.number:a.name for a in ADULTS}) as other:
        async with Service(load(other.file)) as link:
            async def one(number,b,c,entries):
                head={"batch_no":number,"spec":"PPG/1.0","catalogue_edition":b.edition,"sender":{"uscc":UNIVERSITY.uscc,"unit_code":UNIVERSITY.unit_code},"sent_at":"2026-07-30T10:15:00+08:00","entry_count":len(entries),"digest_sm3":wire.triple_digest((r["number"],r["seq"],r["payload_hash"]) for r in c)}
                text=json.dumps(head).encode()[:-1]+b',"entries":['+b",".join(entries)+b"]}"
                to=link.registration.platform_encryption
                env=json.dumps(wire.seal_envelope(text,kid=to.kid,public_key=to.public_key,app_id=link.registration.app_id,batch_no=number)).encode()
                o=await link.submit(number, env); assert type(o).__name__=="Answered", o
            t=time.perf_counter()
            for c in contents: await one(*c)
            print("bare sequential", N/(time.perf_counter()-t))

def batches_open(m):
    key = vault().unwrap(m["key"], m["wrapped"])
    return key.open(m["sealed"], place=f"exchange_delivery.sealed:{m['id']}")
