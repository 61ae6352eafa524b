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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The rows of {@link UpsertBenchmark}, 2,000 of 768 floats, written by other libraries.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RivalsBenchmark {

	private final List<Doc> docs = Doc.some(2_000);

	private final SpringAiStore springAi = new SpringAiStore(this.docs);

	private final MilvusPlusMapper milvusPlus = new MilvusPlusMapper(this.docs);

	private NothingProcess server;

	private Clients clients;

	/**
	 * Starts the server and checks that it receives from the others what it receives from
	 * us.
	 */
	@Setup(Level.Trial)
	public void start() throws InvalidProtocolBufferException {
		this.server = new NothingProcess();
		this.clients = new Clients(this.server.uri(), this.server.port(), SchemaMode.NONE);
		this.springAi.open(this.server.uri());
		byte[] ours = SameRequest.check(this.clients, this.docs);
		springAi();
		SameRequest.checkInsert(ours, this.clients.send(NothingServer.LAST_WRITE, new byte[0]));
		milvusPlus();
		SameRequest.checkUpsert(ours, this.clients.send(NothingServer.LAST_WRITE, new byte[0]));
	}

	/**
	 * Stops the server.
	 */
	@TearDown(Level.Trial)
	public void stop() {
		this.springAi.close();
		this.clients.close();
		this.server.close();
	}

	/**
	 * Spring AI's store, whose embeddings are ready.
	 */
	@Benchmark
	public void springAi() {
		this.springAi.add();
	}

	/**
	 * The mapper of MilvusPlus.
	 * @return the count
	 */
	@Benchmark
	public long milvusPlus() {
		return this.milvusPlus.upsert(this.clients.sdk());
	}

}
