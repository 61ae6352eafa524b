package io.github.milvusspring.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.google.protobuf.InvalidProtocolBufferException;
import io.github.milvusspring.data.admin.SchemaMode;
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
 * Upsert of rows with 768 floats, against a server that does nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class UpsertBenchmark {

	/** The rows of a call. */
	@Param({ "2000", "10000" })
	public int rows;

	private List<Doc> docs = List.of();

	private byte[] wire = {};

	private NothingProcess server;

	private Clients clients;

	/**
	 * Starts the server and checks that all ways send the same request.
	 */
	@Setup(Level.Trial)
	public void start() throws InvalidProtocolBufferException {
		this.docs = Doc.some(this.rows);
		this.server = new NothingProcess();
		this.clients = new Clients(this.server.uri(), this.server.port(), SchemaMode.NONE);
		this.wire = SameRequest.check(this.clients, Doc.some(Math.min(2_000, this.rows)));
		if (this.rows > 2_000) {
			this.clients.upsertRows(this.docs);
			this.wire = this.clients.send(NothingServer.LAST_WRITE, new byte[0]);
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
	 * @return the count
	 */
	@Benchmark
	public long ours() {
		return this.clients.template().upsertAll(this.docs).count();
	}

	/**
	 * The SDK with hand-written rows.
	 * @return the count
	 */
	@Benchmark
	public long sdkRows() {
		return this.clients.upsertRows(this.docs);
	}

	/**
	 * The SDK with Gson's tree of each entity.
	 * @return the count
	 */
	@Benchmark
	public long sdkGson() {
		return this.clients.upsertGson("docs", this.docs);
	}

	/**
	 * The bytes of the same request over the same kind of channel.
	 * @return the reply
	 */
	@Benchmark
	public byte[] floor() {
		return this.clients.send("Upsert", this.wire);
	}

}
