package io.github.milvusspring.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.milvusspring.data.admin.SchemaMode;
import io.github.milvusspring.data.repository.support.MilvusRepositoryFactory;
import io.milvus.grpc.QueryRequest;

/**
 * Measures how much longer single calls take than the raw stub, the two in turn: a
 * derived query of a repository, an upsert of one entity and a look-up by key.
 */
final class AddedLatency {

	private final int warmUp;

	private final int rounds;

	AddedLatency(int warmUp, int rounds) {
		this.warmUp = warmUp;
		this.rounds = rounds;
	}

	/**
	 * Measures all calls.
	 * @return the added microseconds, medians, by the name of the figure
	 */
	Map<String, Double> micros() throws IOException {
		Map<String, Double> micros = new LinkedHashMap<>();
		try (NothingProcess server = new NothingProcess();
				Clients clients = new Clients(server.uri(), server.port(), SchemaMode.NONE)) {
			DocRepository repository = new MilvusRepositoryFactory(clients.template())
				.getRepository(DocRepository.class);
			Doc doc = Doc.some(1).get(0);
			clients.template().upsert(doc);
			byte[] upsert = clients.send(NothingServer.LAST_WRITE, new byte[0]);
			byte[] query = QueryBenchmark.wire();
			byte[] byKey = QueryRequest.parseFrom(query).toBuilder().setExpr("id in [1]").build().toByteArray();
			micros.put("repository.addedMicros", added("derived query", () -> clients.send("Query", query),
					() -> repository.findFirst10ByTitle("some title")));
			micros.put("upsertOne.addedMicros",
					added("upsert of one", () -> clients.send("Upsert", upsert), () -> clients.template().upsert(doc)));
			micros.put("findById.addedMicros", added("look-up by key", () -> clients.send("Query", byKey),
					() -> clients.template().findById(1L, Doc.class)));
		}
		return micros;
	}

	private double added(String name, Runnable stub, Runnable ours) {
		long[] oursNanos = new long[this.rounds];
		long[] stubNanos = new long[this.rounds];
		for (int i = -this.warmUp; i < this.rounds; i++) {
			long start = System.nanoTime();
			stub.run();
			long middle = System.nanoTime();
			ours.run();
			oursNanos[Math.max(0, i)] = System.nanoTime() - middle;
			stubNanos[Math.max(0, i)] = middle - start;
		}
		System.out.printf("%s %.0f us, raw stub %.0f us (medians of %d)%n", name, median(oursNanos), median(stubNanos),
				this.rounds);
		return median(oursNanos) - median(stubNanos);
	}

	private static double median(long[] nanos) {
		long[] sorted = nanos.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2] / 1e3;
	}

}
