package io.github.milvusspring.benchmarks;

import java.util.Arrays;

import io.github.milvusspring.data.admin.SchemaMode;
import io.github.milvusspring.data.repository.support.MilvusRepositoryFactory;

/**
 * How much longer a derived query of a repository takes than the raw stub, the two in
 * turn.
 */
final class RepositoryLatency {

	private final int warmUp;

	private final int rounds;

	RepositoryLatency(int warmUp, int rounds) {
		this.warmUp = warmUp;
		this.rounds = rounds;
	}

	double addedMicros() {
		try (NothingProcess server = new NothingProcess();
				Clients clients = new Clients(server.uri(), server.port(), SchemaMode.NONE)) {
			DocRepository repository = new MilvusRepositoryFactory(clients.template())
				.getRepository(DocRepository.class);
			byte[] wire = QueryBenchmark.wire();
			long[] derived = new long[this.rounds];
			long[] stub = new long[this.rounds];
			for (int i = -this.warmUp; i < this.rounds; i++) {
				long start = System.nanoTime();
				clients.send("Query", wire);
				long middle = System.nanoTime();
				repository.findFirst10ByTitle("some title");
				derived[Math.max(0, i)] = System.nanoTime() - middle;
				stub[Math.max(0, i)] = middle - start;
			}
			System.out.printf("derived query %.0f us, raw stub %.0f us (medians of %d)%n", median(derived),
					median(stub), this.rounds);
			return median(derived) - median(stub);
		}
	}

	private static double median(long[] nanos) {
		long[] sorted = nanos.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2] / 1e3;
	}

}
