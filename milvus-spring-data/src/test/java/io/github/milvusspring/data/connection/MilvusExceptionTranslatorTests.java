package io.github.milvusspring.data.connection;

import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.Set;

import io.github.milvusspring.data.wire.Operation;
import io.github.milvusspring.data.wire.ReplyStatus;
import io.milvus.shaded.io.grpc.Status;
import io.milvus.v2.exception.ErrorCode;
import io.milvus.v2.exception.MilvusClientException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;

class MilvusExceptionTranslatorTests {

	private static final Operation READ = Operation.reading("Query", "books");

	private static final Operation WRITE = new Operation("Upsert", "books", Operation.Effect.WRITE);

	private final MilvusExceptionTranslator translator = new MilvusExceptionTranslator("http://host:19530", false);

	private final MilvusExceptionTranslator lite = new MilvusExceptionTranslator("http://host:19530", true);

	private DataAccessException ofCode(int code) {
		return this.translator.translate(READ, new ReplyStatus(code, 1, "the server's words", false, false));
	}

	@ParameterizedTest
	@ValueSource(ints = { 100, 101, 103, 200, 201, 300, 700, 800, 1600 })
	void whatIsNotThereIsAWrongResource(int code) {
		assertThat(ofCode(code)).isExactlyInstanceOf(InvalidDataAccessResourceUsageException.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 105, 107, 701, 802, 1100, 1101, 1102, 1700, 1701, 1801, 1802, 1803, 1804, 1806 })
	void whatTheServerRefusesIsAWrongUseOrWrongData(int code) {
		assertThat(ofCode(code)).isExactlyInstanceOf(InvalidDataAccessApiUsageException.class);
		assertThat(this.translator.translate(WRITE, new ReplyStatus(code, 1, "too long", false, false)))
			.isExactlyInstanceOf(DataIntegrityViolationException.class)
			.hasMessageContainingAll("Upsert on collection 'books'", "Nothing of this call was written");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1400, 1401, 1800 })
	void whatAUserMayNotIsDenied(int code) {
		assertThat(ofCode(code)).isExactlyInstanceOf(PermissionDeniedDataAccessException.class)
			.hasMessageContaining("milvus.token");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 4, 8, 9, 12, 106, 110, 202, 305, 503, 505, 507, 1002, 1003, 1807, 2200 })
	void whatWorksLaterIsTransient(int code) {
		assertThat(ofCode(code)).isExactlyInstanceOf(TransientDataAccessResourceException.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, 5, 6, 65_534, 99_999, -1, Integer.MIN_VALUE })
	void whatIsNotKnownIsNotTransient(int code) {
		assertThat(ofCode(code)).isExactlyInstanceOf(NonTransientDataAccessResourceException.class);
	}

	@Test
	void milvusLiteMeansOtherThingsBySomeCodes() {
		for (int code : new int[] { 1, 6 }) {
			assertThat(this.lite.translate(READ, new ReplyStatus(code, code, "bad filter", false, false)))
				.isExactlyInstanceOf(InvalidDataAccessApiUsageException.class);
		}
	}

	@Test
	void aWriteThatMilvusLiteCannotExplainIsNotARefusal() {
		ReplyStatus fullDisk = new ReplyStatus(1, 1, "[Errno 28] No space left on device", false, false);
		assertThat(this.lite.translate(WRITE, fullDisk))
			.isExactlyInstanceOf(NonTransientDataAccessResourceException.class)
			.hasMessageNotContaining("Nothing of this call was written")
			.cause()
			.isInstanceOfSatisfying(MilvusServerException.class, (ex) -> assertThat(ex.isRefusal()).isFalse());
	}

	@Test
	void aFailedDiskOfMilvusLiteLeavesAWriteUnknownAndRefusesTheNextOnes() {
		assertThat(this.lite.translate(WRITE, new ReplyStatus(1001, 1, "No space left on device", false, false)))
			.isExactlyInstanceOf(NonTransientDataAccessResourceException.class)
			.hasMessageContaining("No space left on device")
			.hasMessageNotContaining("Nothing of this call was written")
			.cause()
			.isInstanceOfSatisfying(MilvusServerException.class, (ex) -> assertThat(ex.isRefusal()).isFalse());
		assertThat(this.lite.translate(WRITE, new ReplyStatus(7, 1, "takes no more writes", false, false)))
			.isInstanceOf(NonTransientDataAccessResourceException.class)
			.hasMessageContaining("takes no more writes")
			.cause()
			.isInstanceOfSatisfying(MilvusServerException.class, (ex) -> assertThat(ex.isRefusal()).isTrue());
	}

	@Test
	void whatTheServerCallsRetriableIsTransientAndWhatItCallsWrongIsWrongWhateverItsCode() {
		ReplyStatus retriable = new ReplyStatus(4_321, 1, "later", true, false);
		assertThat(this.translator.translate(WRITE, retriable))
			.isExactlyInstanceOf(TransientDataAccessResourceException.class);
		ReplyStatus wrong = new ReplyStatus(4_321, 1, "wrong", false, true);
		assertThat(this.translator.translate(READ, wrong))
			.isExactlyInstanceOf(InvalidDataAccessApiUsageException.class);
		assertThat(this.translator.translate(WRITE, wrong)).isExactlyInstanceOf(DataIntegrityViolationException.class);
	}

	@ParameterizedTest
	@CsvSource({ "1, false", "2, false", "3, false", "4, true", "5, false", "7, true", "8, true", "9, true",
			"12, false", "100, true", "101, true", "106, false", "200, true", "202, false", "503, false", "1100, true",
			"1400, true", "2200, false", "99999, false" })
	void onlyWhatAServerSaysBeforeItWritesIsARefusal(int code, boolean refusal) {
		assertThat(this.translator.translate(WRITE, new ReplyStatus(code, 1, "words", false, false))).cause()
			.isInstanceOfSatisfying(MilvusServerException.class, (ex) -> assertThat(ex.isRefusal()).isEqualTo(refusal));
	}

	@ParameterizedTest
	@CsvSource({ "4, InvalidDataAccessResourceUsageException", "25, InvalidDataAccessResourceUsageException",
			"3, PermissionDeniedDataAccessException", "5, InvalidDataAccessApiUsageException",
			"49, TransientDataAccessResourceException", "1, NonTransientDataAccessResourceException" })
	void theCatchAllIsReadByItsLegacyCode(int legacy, String type) {
		assertThat(this.translator.translate(READ, new ReplyStatus(65_535, legacy, "words", false, false))
			.getClass()
			.getSimpleName()).isEqualTo(type);
	}

	@Test
	void theServersCodeAndWordsAreKept() {
		assertThat(ofCode(100))
			.hasMessageContainingAll("Query on collection 'books'", "the server's words", "Milvus error 100",
					"Create it first")
			.cause()
			.isInstanceOfSatisfying(MilvusServerException.class, (server) -> {
				assertThat(server.getCode()).isEqualTo(100);
				assertThat(server.getReason()).isEqualTo("the server's words");
			});
	}

	@Test
	void theWordsDoNotMatter() {
		for (String words : Set.of("collection not found", "permission denied", "timeout", "rate limit", "")) {
			assertThat(this.translator.translate(READ, new ReplyStatus(1100, 5, words, false, false)))
				.isExactlyInstanceOf(InvalidDataAccessApiUsageException.class);
			assertThat(this.translator.translate(READ, Status.INTERNAL.withDescription(words).asRuntimeException()))
				.isExactlyInstanceOf(NonTransientDataAccessResourceException.class);
		}
	}

	@Test
	void everyStatusOfGrpcHasItsType() {
		assertThat(Arrays.stream(Status.Code.values()).filter((code) -> code != Status.Code.OK)).allSatisfy((code) -> {
			RuntimeException thrown = Status.fromCode(code).withDescription("words").asRuntimeException();
			RuntimeException translated = this.translator.translate(READ, thrown);
			assertThat(translated).isExactlyInstanceOf(switch (code) {
				case UNAVAILABLE, CANCELLED -> MilvusUnreachableException.class;
				case DEADLINE_EXCEEDED -> QueryTimeoutException.class;
				case UNAUTHENTICATED, PERMISSION_DENIED -> PermissionDeniedDataAccessException.class;
				case UNIMPLEMENTED, INVALID_ARGUMENT -> InvalidDataAccessApiUsageException.class;
				default -> NonTransientDataAccessResourceException.class;
			}).hasCause(thrown);
		});
	}

	@ParameterizedTest
	@CsvSource({ "READ, Query, allow more time", "WRITE, Upsert, write may have happened",
			"DELETE, Delete, delete may have happened", "CHANGE, CreateIndex, may still be at work" })
	void onlyAChangeMayHaveHappenedAfterATimeout(Operation.Effect effect, String name, String words) {
		RuntimeException timeout = this.translator.translate(new Operation(name, "books", effect),
				Status.DEADLINE_EXCEEDED.asRuntimeException());
		assertThat(timeout).isExactlyInstanceOf(QueryTimeoutException.class)
			.hasMessageContainingAll(name + " on collection 'books' did not finish within its time-out", words);
		if (effect == Operation.Effect.READ) {
			assertThat(timeout).hasMessageNotContainingAny("may have", "may still", "write", "delete");
		}
	}

	@Test
	void anUnreachableServerIsNamed() {
		assertThat(this.translator.translate(READ,
				Status.UNAVAILABLE.withCause(new IllegalStateException("outer", new ConnectException("refused")))
					.asRuntimeException()))
			.isExactlyInstanceOf(MilvusUnreachableException.class)
			.hasMessageContainingAll("http://host:19530", "refused", "milvus.uri");
	}

	@Test
	void aConnectionThatBreaksWhileItIsWrittenToIsUnreachable() {
		assertThat(this.translator.translate(READ,
				Status.UNKNOWN.withDescription("channel closed")
					.withCause(new ClosedChannelException())
					.asRuntimeException()))
			.isExactlyInstanceOf(MilvusUnreachableException.class)
			.hasMessageContainingAll("http://host:19530", "channel closed");
	}

	@Test
	void anInterruptedCallSaysNothingAboutTheServer() {
		assertThat(this.translator.translate(READ,
				Status.CANCELLED.withDescription("Thread interrupted")
					.withCause(new InterruptedException())
					.asRuntimeException()))
			.isExactlyInstanceOf(NonTransientDataAccessResourceException.class)
			.hasMessageContaining("interrupted");
	}

	@Test
	void aServerThatHasOnlyLegacyCodesIsUnderstood() {
		assertThat(this.translator.translate(READ, new ReplyStatus(0, 4, "no books", false, false)))
			.isExactlyInstanceOf(InvalidDataAccessResourceUsageException.class);
		assertThat(this.translator.translate(READ, new ReplyStatus(0, 8, "wrong topk", false, false)))
			.isExactlyInstanceOf(InvalidDataAccessApiUsageException.class);
	}

	@Test
	void theSdksExceptionsAreReadByTheirCode() {
		MilvusClientException server = new MilvusClientException(ErrorCode.SERVER_ERROR, "gone", 100, 4);
		assertThat(this.translator.translate(READ, server))
			.isExactlyInstanceOf(InvalidDataAccessResourceUsageException.class)
			.cause()
			.hasCause(server);
		MilvusClientException client = new MilvusClientException(ErrorCode.INVALID_PARAMS, "wrong");
		assertThat(this.translator.translate(READ, client))
			.isExactlyInstanceOf(InvalidDataAccessApiUsageException.class)
			.hasCause(client);
		MilvusClientException wrapped = new MilvusClientException(ErrorCode.RPC_ERROR,
				Status.UNAVAILABLE.asRuntimeException());
		assertThat(this.translator.translate(READ, wrapped)).isExactlyInstanceOf(MilvusUnreachableException.class);
	}

	@Test
	void otherExceptionsAreLeftAlone() {
		IllegalStateException other = new IllegalStateException("other");
		assertThat(this.translator.translate(READ, other)).isSameAs(other);
		assertThat(this.translator.translateExceptionIfPossible(other)).isNull();
		assertThat(this.translator.translateExceptionIfPossible(Status.ABORTED.asRuntimeException()))
			.isExactlyInstanceOf(NonTransientDataAccessResourceException.class);
		QueryTimeoutException done = new QueryTimeoutException("done");
		assertThat(this.translator.translate(READ, done)).isSameAs(done);
	}

}
