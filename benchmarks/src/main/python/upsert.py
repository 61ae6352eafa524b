"""Prints the CPU time, in microseconds, of one upsert of 2,000 rows of 768 floats by pymilvus."""
import random
import sys
import time

from pymilvus import MilvusClient

uri, rounds = sys.argv[1], int(sys.argv[2])
random.seed(42)
rows = [
    {"id": i, "title": f"title of document {i}", "price": i / 7, "embedding": [random.random() - 0.5 for _ in range(768)]}
    for i in range(2000)
]
client = MilvusClient(uri)
for _ in range(3):
    client.upsert("docs", rows)
start = time.process_time()
for _ in range(rounds):
    client.upsert("docs", rows)
print((time.process_time() - start) / rounds * 1e6)
