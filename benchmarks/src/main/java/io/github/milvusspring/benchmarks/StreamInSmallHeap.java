package io.github.milvusspring.benchmarks;

import java.util.Random;
import java.util.stream.LongStream;

import io.github.milvusspring.data.admin.SchemaMode;
import io.github.milvusspring.data.write.BatchOptions;

/**
 * Upserts a stream of many rows, to be run with a small heap.
 */
public final class StreamInSmallHeap {

	private StreamInSmallHeap() {
	}

	/**
	 * Prints the number of rows that were written.
	 * @param args the port of the server and the number of rows
	 */
	public static void main(String[] args) {
		int port = Integer.parseInt(args[0]);
		Random random = new Random(3);
		try (Clients clients = new Clients("http://127.0.0.1:" + port, port, SchemaMode.NONE)) {
			long rows = clients.template()
				.upsertAll(
						LongStream.range(0, Long.parseLong(args[1]))
							.mapToObj((id) -> new Doc(id, "title " + id, id, Doc.vector(random))),
						Doc.class, BatchOptions.DEFAULT)
				.rows();
			System.out.println("rows=" + rows);
		}
	}

}
