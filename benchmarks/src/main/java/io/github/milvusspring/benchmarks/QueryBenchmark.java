package io.github.milvusspring.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.milvusspring.data.admin.SchemaMode;
import io.github.milvusspring.data.repository.support.MilvusRepositoryFactory;
import io.milvus.grpc.QueryRequest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A derived query and a look-up by key, against the raw stub and a server that does
 * nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QueryBenchmark {

	private byte[] wire = {};

	private NothingProcess server;

	private Clients clients;

	private DocRepository repository;

	/**
	 * Starts the server.
	 */
	@Setup(Level.Trial)
	public void start() {
		this.server = new NothingProcess();
		this.clients = new Clients(this.server.uri(), this.server.port(), SchemaMode.NONE);
		this.repository = new MilvusRepositoryFactory(this.clients.template()).getRepository(DocRepository.class);
		this.wire = wire();
	}

	static byte[] wire() {
		return QueryRequest.newBuilder()
			.setCollectionName("docs")
			.setExpr("title == \"some title\"")
			.addAllOutputFields(List.of("id", "title", "price", "embedding"))
			.build()
			.toByteArray();
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
	 * A derived query of a repository.
	 * @return the rows
	 */
	@Benchmark
	public List<Doc> derived() {
		return this.repository.findFirst10ByTitle("some title");
	}

	/**
	 * A look-up by key.
	 * @return the row
	 */
	@Benchmark
	public Doc byId() {
		return this.repository.findById(1L).orElseThrow();
	}

	/**
	 * The same call by the raw stub.
	 * @return the bytes
	 */
	@Benchmark
	public byte[] stub() {
		return this.clients.send("Query", this.wire);
	}

}
