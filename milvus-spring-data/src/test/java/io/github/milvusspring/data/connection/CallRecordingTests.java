package io.github.milvusspring.data.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.wire.FakeMilvus;
import io.github.milvusspring.data.wire.QueryRequest;
import io.github.milvusspring.data.wire.ReadScope;
import io.github.milvusspring.data.wire.WriteRequest;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.wire.column.FloatVectorColumn;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.milvus.grpc.QueryResults;
import io.milvus.grpc.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Each call is an observation and a line in the log, when somebody asks for them.
 */
class CallRecordingTests {

	private static final QueryRequest QUERY = new QueryRequest(
			new ReadScope("books", List.of("shelf"), List.of("id"), ConsistencyLevel.STRONG, 0), "title == \"a\nb\"",
			Map.of("limit", "10"));

	private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("io.github.milvusspring.calls");

	private final FakeMilvus server = new FakeMilvus();

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final List<MilvusCallContext> contexts = new ArrayList<>();

	private final ObservationRegistry registry = ObservationRegistry.create();

	private final Level level = LOGGER.getLevel();

	@BeforeEach
	void listen() {
		this.log.start();
		LOGGER.addAppender(this.log);
		this.registry.observationConfig().observationHandler(new ObservationHandler<MilvusCallContext>() {

			@Override
			public boolean supportsContext(Observation.Context context) {
				return context instanceof MilvusCallContext;
			}

			@Override
			public void onStart(MilvusCallContext context) {
				context.getSetter()
					.set(Objects.requireNonNull(context.getCarrier()), "traceparent", "00-trace-span-01");
			}

			@Override
			public void onStop(MilvusCallContext context) {
				CallRecordingTests.this.contexts.add(context);
			}

		});
	}

	@AfterEach
	void stop() {
		LOGGER.detachAppender(this.log);
		LOGGER.setLevel(this.level);
		this.server.close();
	}

	private MilvusConnection open(CallRecording recording) {
		return MilvusConnection.open(this.server.settings(), recording);
	}

	private CallRecording observed() {
		return new CallRecording(this.registry, null, null);
	}

	@Test
	void aCallIsAnObservationByTheConventionsOfOpenTelemetry() {
		try (MilvusConnection connection = open(observed())) {
			connection.calls().call(QUERY, null);
			connection.calls().callAsync(QUERY, null).join();
		}
		assertThat(this.contexts).hasSize(2).allSatisfy((context) -> {
			assertThat(context.getName()).isEqualTo("db.client.operation.duration");
			assertThat(context.getContextualName()).isEqualTo("Query books");
			assertThat(context.getLowCardinalityKeyValues()).extracting("key", "value")
				.contains(tuple("db.system.name", "milvus"), tuple("db.operation.name", "Query"),
						tuple("db.collection.name", "books"), tuple("db.namespace", "default"),
						tuple("error.type", "none"));
			assertThat(
					Objects.requireNonNull(context.getHighCardinalityKeyValue("db.response.returned_rows")).getValue())
				.isEqualTo("0");
		});
	}

	@Test
	void theContextOfATraceReachesTheServer() {
		try (MilvusConnection connection = open(observed())) {
			connection.calls().call(QUERY, null);
		}
		assertThat(this.server.traces()).last().isEqualTo("00-trace-span-01");
	}

	@Test
	void aFailureIsTheErrorOfTheObservation() {
		refuseQueries();
		try (MilvusConnection connection = open(observed())) {
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> connection.calls().call(QUERY, null));
			assertThat(connection.calls().callAsync(QUERY, null)).failsWithin(Duration.ofSeconds(10));
		}
		assertThat(this.contexts).hasSize(2)
			.allSatisfy((context) -> assertThat(
					Objects.requireNonNull(context.getLowCardinalityKeyValue("error.type")).getValue())
				.isEqualTo("InvalidDataAccessApiUsageException"));
	}

	private void refuseQueries() {
		this.server.onQuery((observer) -> {
			observer.onNext(QueryResults.newBuilder()
				.setStatus(Status.newBuilder().setCode(1100).setReason("no such field"))
				.build());
			observer.onCompleted();
		});
	}

	@Test
	void callsAreTimedByARegistryOfMeters() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		this.registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
		try (MilvusConnection connection = open(observed())) {
			connection.calls().call(QUERY, null);
			connection.ping(Duration.ofSeconds(5));
		}
		Timer timer = meters.get("db.client.operation.duration").tag("db.operation.name", "Query").timer();
		assertThat(timer.count()).isEqualTo(1);
		assertThat(meters.get("db.client.operation.duration").tag("db.operation.name", "GetVersion").timer().count())
			.isEqualTo(1);
	}

	@Test
	void aConventionOfTheApplicationReplacesTheDefault() {
		MilvusCallObservationConvention convention = new MilvusCallObservationConvention() {

			@Override
			public String getName() {
				return "milvus.calls";
			}

		};
		try (MilvusConnection connection = open(new CallRecording(this.registry, convention, null))) {
			connection.calls().call(QUERY, null);
		}
		assertThat(this.contexts).singleElement()
			.satisfies((context) -> assertThat(context.getName()).isEqualTo("milvus.calls"));
	}

	@Test
	void aCallIsOneLineOfTheLog() {
		LOGGER.setLevel(Level.DEBUG);
		try (MilvusConnection connection = open(CallRecording.NONE)) {
			connection.calls().call(QUERY, null);
		}
		assertThat(lines()).singleElement()
			.asString()
			.matches("Query on collection 'books', partitions \\[shelf], filter \\[title == \"a b\"], "
					+ "\\d+ bytes sent, 0 rows in the reply, \\d+\\.\\d ms, ok");
	}

	@Test
	void parametersAreAddedAtTrace() {
		LOGGER.setLevel(Level.TRACE);
		try (MilvusConnection connection = open(CallRecording.NONE)) {
			connection.calls().call(QUERY, null);
		}
		assertThat(lines()).singleElement().asString().endsWith("parameters {limit=10}");
	}

	@Test
	void vectorsAndSecretsAreNeverLogged() {
		LOGGER.setLevel(Level.TRACE);
		ColumnSet rows = new ColumnSet(1,
				List.of(new FloatVectorColumn("vector", 2, new float[][] { { 0.125f, 0.375f } }, null)));
		try (MilvusConnection connection = MilvusConnection
			.open(this.server.settings().withCredentials("root:hidden-word"))) {
			// This server knows no inserts.
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> connection.calls()
				.call(new WriteRequest(WriteRequest.Kind.INSERT, "books", null, rows), null));
		}
		assertThat(lines()).anySatisfy((line) -> assertThat(line).contains("Insert", "1 rows sent"))
			.noneSatisfy((line) -> assertThat(line).containsAnyOf("0.125", "0.375", "hidden-word"));
	}

	@Test
	void aSlowCallIsAWarning() {
		LOGGER.setLevel(Level.WARN);
		refuseQueries();
		try (MilvusConnection connection = open(
				new CallRecording(ObservationRegistry.NOOP, null, Duration.ofNanos(1)))) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> connection.calls().call(QUERY, null));
		}
		assertThat(this.log.list).singleElement().satisfies((event) -> {
			assertThat(event.getLevel()).isEqualTo(Level.WARN);
			assertThat(event.getFormattedMessage()).startsWith("Slow call: Query")
				.contains("failed: ", "no such field");
		});
	}

	@Test
	void nothingIsRecordedWhenNobodyAsks() {
		LOGGER.setLevel(Level.INFO);
		try (MilvusConnection connection = open(CallRecording.NONE)) {
			connection.calls().call(QUERY, null);
		}
		assertThat(this.log.list).isEmpty();
		assertThat(this.contexts).isEmpty();
		assertThat(new CallRecorder(CallRecording.NONE, "default", "localhost").begin(QUERY)).isNull();
	}

	@Test
	void aThresholdThatIsNotPositiveIsRefusedByItsName() {
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> new CallRecording(ObservationRegistry.NOOP, null, Duration.ZERO))
			.withMessageContaining("milvus.slow-call-threshold");
	}

	private List<String> lines() {
		return this.log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

}
