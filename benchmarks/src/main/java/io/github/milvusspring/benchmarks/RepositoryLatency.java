package io.github.milvusspring.benchmarks;

import java.util.Arrays;

import io.github.milvusspring.data.repository.support.MilvusRepositoryFactory;
import io.github.milvusspring.data.schema.SchemaMode;

/**
 * How much longer a derived query of a repository takes than the raw stub, the two in
 * turn.
 */
final class RepositoryLatency {

	private RepositoryLatency() {
	}

	static double addedMicros(int rounds) {
		try (NothingProcess server = new NothingProcess();
				Clients clients = new Clients(server.uri(), server.port(), SchemaMode.NONE)) {
			DocRepository repository = new MilvusRepositoryFactory(clients.template())
				.getRepository(DocRepository.class);
			byte[] wire = QueryBenchmark.wire();
			long[] derived = new long[rounds];
			long[] stub = new long[rounds];
			// The first half warms up.
			for (int i = 0; i < 2 * rounds; i++) {
				long start = System.nanoTime();
				clients.send("Query", wire);
				long middle = System.nanoTime();
				repository.findFirst10ByTitle("some title");
				derived[i % rounds] = System.nanoTime() - middle;
				stub[i % rounds] = middle - start;
			}
			System.out.printf("derived query %.0f us, raw stub %.0f us (medians of %d)%n", median(derived),
					median(stub), rounds);
			return median(derived) - median(stub);
		}
	}

	private static double median(long[] nanos) {
		long[] sorted = nanos.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2] / 1e3;
	}

}
