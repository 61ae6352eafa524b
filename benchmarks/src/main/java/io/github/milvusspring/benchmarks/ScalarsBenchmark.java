package io.github.milvusspring.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.milvusspring.data.admin.SchemaMode;
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
 * Upsert of 2,000 rows of eight scalars, against a server that does nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScalarsBenchmark {

	private final List<Scalars> rows = Scalars.some(2_000);

	private NothingProcess server;

	private Clients clients;

	/**
	 * Starts the server.
	 */
	@Setup(Level.Trial)
	public void start() {
		this.server = new NothingProcess();
		this.clients = new Clients(this.server.uri(), this.server.port(), SchemaMode.NONE);
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
	 * @return the count
	 */
	@Benchmark
	public long ours() {
		return this.clients.template().upsertAll(this.rows).count();
	}

	/**
	 * The SDK with Gson's tree of each entity.
	 * @return the count
	 */
	@Benchmark
	public long sdkGson() {
		return this.clients.upsertGson("scalars", this.rows);
	}

}
