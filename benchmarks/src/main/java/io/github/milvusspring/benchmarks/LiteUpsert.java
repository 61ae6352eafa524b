package io.github.milvusspring.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

import io.github.milvusspring.data.admin.SchemaMode;
import io.github.milvusspring.lite.MilvusLite;
import io.github.milvusspring.lite.MilvusLiteOptions;

/**
 * The wall time of whole upserts of 2,000 rows against Milvus Lite, ours and the SDK's in
 * turn.
 */
public final class LiteUpsert {

	private LiteUpsert() {
	}

	/**
	 * Prints the time of the SDK's rows over ours, as the last line.
	 * @param args how many rounds
	 */
	public static void main(String[] args) {
		System.out.println(ratio(Integer.parseInt(args[0])));
	}

	private static double ratio(int rounds) {
		List<Doc> docs = Doc.some(2_000);
		// The time of the server is the same for all clients; a smaller memory table
		// than Milvus Lite's own would only add to it.
		MilvusLiteOptions options = MilvusLiteOptions.defaults().withMemoryTableBytes(128L << 20);
		try (MilvusLite lite = MilvusLite.start(options);
				Clients clients = new Clients(lite.uri(), lite.port(), SchemaMode.CREATE)) {
			// The first write creates the collection.
			clients.template().upsertAll(docs.subList(0, 10));
			clients.upsertRows(docs.subList(0, 10));
			double[] ours = new double[rounds];
			double[] theirs = new double[rounds];
			for (int i = 0; i < rounds; i++) {
				ours[i] = millis(docs, (rows) -> clients.template().upsertAll(rows).count());
				theirs[i] = millis(docs, clients::upsertRows);
			}
			System.err.printf("Milvus Lite, 2,000 x 768: ours %.0f ms, SDK rows %.0f ms (medians of %d)%n",
					median(ours), median(theirs), rounds);
			return median(theirs) / median(ours);
		}
	}

	private static double millis(List<Doc> docs, ToLongFunction<List<Doc>> upsert) {
		long start = System.nanoTime();
		long count = upsert.applyAsLong(docs);
		if (count != docs.size()) {
			throw new IllegalStateException("Milvus Lite has written " + count + " rows");
		}
		return (System.nanoTime() - start) / 1e6;
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

}
