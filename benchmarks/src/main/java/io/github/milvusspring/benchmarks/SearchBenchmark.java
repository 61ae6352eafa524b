package io.github.milvusspring.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import io.github.milvusspring.data.admin.SchemaMode;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.VectorQuery;
import io.milvus.grpc.SearchRequest;
import io.milvus.v2.service.vector.request.SearchReq;
import io.milvus.v2.service.vector.request.data.FloatVec;
import io.milvus.v2.service.vector.response.SearchResp;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Searches for the closest 100 rows, into records, against a server that does nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SearchBenchmark {

	/** Whether the vectors are fetched. */
	@Param({ "true", "false" })
	public boolean vectors;

	private final float[] vector = Doc.vector(new Random(1));

	private VectorQuery query = VectorQuery.of(0f);

	private List<String> fields = List.of();

	private byte[] wire = {};

	private NothingProcess server;

	private Clients clients;

	/**
	 * Starts the server and checks that both ways find the same.
	 */
	@Setup(Level.Trial)
	public void start() {
		this.server = new NothingProcess();
		this.clients = new Clients(this.server.uri(), this.server.port(), SchemaMode.NONE);
		this.fields = this.vectors ? List.of("id", "title", "price", "embedding") : List.of("id", "title", "price");
		this.query = VectorQuery.of(this.vector)
			.withLimit(100)
			.withOptions(ReadOptions.DEFAULT.withOutputFields(this.fields.toArray(String[]::new)));
		this.wire = SearchRequest.newBuilder()
			.setCollectionName("docs")
			.addAllOutputFields(this.fields)
			.build()
			.toByteArray();
		List<Doc> ours = ours();
		List<Doc> theirs = sdk();
		for (int i = 0; i < 100; i++) {
			boolean same = ours.get(i).id() == theirs.get(i).id() && ours.get(i).title().equals(theirs.get(i).title())
					&& (!this.vectors || java.util.Arrays.equals(ours.get(i).embedding(), theirs.get(i).embedding()));
			if (!same) {
				throw new IllegalStateException("We find other rows than the SDK");
			}
		}
	}

	/**
	 * Stops the server.
	 */
	@TearDown(Level.Trial)
	public void stop() {
		this.clients.close();
		this.server.close();
	}

	/**
	 * The template.
	 * @return the rows
	 */
	@Benchmark
	public List<Doc> ours() {
		List<Doc> docs = new ArrayList<>(100);
		this.clients.template().search(this.query, Doc.class).forEach((hit) -> docs.add(hit.getContent()));
		return docs;
	}

	/**
	 * The SDK with the same mapping by hand.
	 * @return the rows
	 */
	@Benchmark
	public List<Doc> sdk() {
		SearchResp response = this.clients.sdk()
			.search(SearchReq.builder()
				.collectionName("docs")
				.annsField("embedding")
				.data(List.of(new FloatVec(this.vector)))
				.limit(100)
				.outputFields(this.fields)
				.build());
		List<Doc> docs = new ArrayList<>(100);
		for (SearchResp.SearchResult hit : response.getSearchResults().get(0)) {
			Map<String, Object> entity = hit.getEntity();
			docs.add(new Doc((Long) hit.getId(), (String) entity.get("title"), (Double) entity.get("price"),
					floats((List<?>) entity.get("embedding"))));
		}
		return docs;
	}

	private static float[] floats(List<?> boxed) {
		float[] floats = new float[(boxed != null) ? boxed.size() : 0];
		for (int i = 0; i < floats.length; i++) {
			floats[i] = (Float) boxed.get(i);
		}
		return floats;
	}

	/**
	 * The same call, with the reply's bytes read and dropped.
	 * @return the bytes
	 */
	@Benchmark
	public byte[] floor() {
		return this.clients.send("Search", this.wire);
	}

}
