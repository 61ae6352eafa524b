package io.github.milvusspring.benchmarks;

import java.util.Arrays;

import io.github.milvusspring.data.admin.SchemaMode;
import io.github.milvusspring.data.repository.support.MilvusRepositoryFactory;
import io.milvus.grpc.QueryRequest;

/**
 * Measures how much longer one kind of call takes than the raw stub, the two in turn.
 * Each kind has a JVM of its own, because calls of other kinds change what the JIT
 * compiler inlines.
 */
public final class AddedLatency {

	private final int warmUp;

	private final int rounds;

	private AddedLatency(int warmUp, int rounds) {
		this.warmUp = warmUp;
		this.rounds = rounds;
	}

	/**
	 * Prints the added microseconds, as the last line.
	 * @param args the number of the call in {@link Call}, warm-up rounds and rounds
	 */
	public static void main(String[] args) throws Exception {
		AddedLatency latency = new AddedLatency(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
		System.out.println(latency.micros(Call.values()[Integer.parseInt(args[0])]));
	}

	private double micros(Call call) throws Exception {
		try (NothingProcess server = new NothingProcess();
				Clients clients = new Clients(server.uri(), server.port(), SchemaMode.NONE)) {
			byte[] query = QueryBenchmark.wire();
			return switch (call) {
				case DERIVED_QUERY -> {
					DocRepository repository = new MilvusRepositoryFactory(clients.template())
						.getRepository(DocRepository.class);
					yield added(call, () -> clients.send("Query", query),
							() -> repository.findFirst10ByTitle("some title"));
				}
				case UPSERT_ONE -> {
					Doc doc = Doc.some(1).get(0);
					clients.template().upsert(doc);
					byte[] upsert = clients.send(NothingServer.LAST_WRITE, new byte[0]);
					yield added(call, () -> clients.send("Upsert", upsert), () -> clients.template().upsert(doc));
				}
				case FIND_BY_ID -> {
					byte[] byKey = QueryRequest.parseFrom(query).toBuilder().setExpr("id in [1]").build().toByteArray();
					yield added(call, () -> clients.send("Query", byKey),
							() -> clients.template().findById(1L, Doc.class));
				}
			};
		}
	}

	private double added(Call call, Runnable stub, Runnable ours) {
		long[] oursNanos = new long[this.rounds];
		long[] stubNanos = new long[this.rounds];
		for (int i = -this.warmUp; i < this.rounds; i++) {
			// The second of two calls meets warmer caches, so the order alternates.
			boolean oursFirst = (i & 1) == 0;
			long start = System.nanoTime();
			(oursFirst ? ours : stub).run();
			long middle = System.nanoTime();
			(oursFirst ? stub : ours).run();
			long end = System.nanoTime();
			oursNanos[Math.max(0, i)] = oursFirst ? middle - start : end - middle;
			stubNanos[Math.max(0, i)] = oursFirst ? end - middle : middle - start;
		}
		System.err.printf("%s %.1f us, raw stub %.1f us (medians of %d)%n", call, median(oursNanos), median(stubNanos),
				this.rounds);
		return median(oursNanos) - median(stubNanos);
	}

	private static double median(long[] nanos) {
		long[] sorted = nanos.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2] / 1e3;
	}

	/**
	 * The kinds of calls.
	 */
	enum Call {

		/** A derived query of a repository. */
		DERIVED_QUERY("repository.addedMicros", 50),

		/** An upsert of one entity by the template. */
		UPSERT_ONE("upsertOne.addedMicros", 8),

		/** A look-up by key by the template. */
		FIND_BY_ID("findById.addedMicros", 15);

		private final String figure;

		private final int limit;

		Call(String figure, int limit) {
			this.figure = figure;
			this.limit = limit;
		}

		String figure() {
			return this.figure;
		}

		int limit() {
			return this.limit;
		}

	}

}
