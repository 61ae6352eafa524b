package io.github.milvusspring.data.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.github.milvusspring.data.wire.column.RandomColumns;
import io.milvus.grpc.QueryResults;
import io.milvus.grpc.SearchResultData;
import io.milvus.grpc.SearchResults;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Whether a broken reply is an {@code IOException}, whatever it claims.
 */
class DamagedRepliesTests {

	private static final int VARINT = 0;

	private static final int LENGTH = 2;

	@Provide
	Arbitrary<RandomColumns.Values> columns() {
		return RandomColumns.columns();
	}

	@Provide
	Arbitrary<List<RandomColumns.Values>> structs() {
		return RandomColumns.structs();
	}

	/** Paths of fields, each a message within the one before, of which the last lies. */
	@ParameterizedTest
	@ValueSource(strings = { "1", "1/2", "1/6", "1/6/1", "2", "2/2", "2/3", "2/3/1", "2/3/1/1", "2/3/2/1", "2/3/3/1",
			"2/3/4/1", "2/3/5/1", "2/3/6/1", "2/3/8/1", "2/3/8/1/3/1", "2/3/9/1", "2/3/17", "2/4", "2/4/2", "2/4/2/1",
			"2/4/3", "2/4/4", "2/4/5", "2/4/5/1", "2/4/6", "2/4/8", "2/4/9", "2/7", "2/8", "2/8/1", "3", "9" })
	void aLengthBeyondTheEndIsRefusedBeforeItIsBelieved(String path) {
		byte[] lie = bytes(path.split("/"), 0);
		assertThat(lie.length).isLessThan(155);
		assertThatIOException().isThrownBy(() -> QueryReply.read(new ByteArrayInputStream(lie)));
		assertThatIOException().isThrownBy(() -> QueryReply.read(ofUnknownLength(lie)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "1/2", "2", "2/3", "2/3/2", "2/3/3/1/1", "2/4", "2/5", "2/5/1", "2/5/1/1", "2/5/2/1",
			"2/6", "2/7" })
	void aLengthBeyondTheEndOfHitsIsRefusedBeforeItIsBelieved(String path) {
		byte[] lie = bytes(path.split("/"), 0);
		assertThatIOException().isThrownBy(() -> SearchReply.read(new ByteArrayInputStream(lie)));
		assertThatIOException().isThrownBy(() -> SearchReply.read(ofUnknownLength(lie)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "1/2", "2", "2/1", "2/1/1", "2/2", "2/2/1" })
	void aLengthBeyondTheEndOfKeysIsRefusedBeforeItIsBelieved(String path) {
		byte[] lie = bytes(path.split("/"), 0);
		assertThatIOException().isThrownBy(() -> WriteReply.read(new ByteArrayInputStream(lie)));
		assertThatIOException().isThrownBy(() -> WriteReply.read(ofUnknownLength(lie)));
	}

	private static byte[] bytes(String[] path, int at) {
		int field = Integer.parseInt(path[at]);
		if (at == path.length - 1) {
			return varints(field << 3 | LENGTH, Integer.MAX_VALUE);
		}
		byte[] within = bytes(path, at + 1);
		// The types that read what is there: an array's element type, a vector's
		// dimension.
		byte[] before = (field == 4 && at == 1) ? varints(1 << 3 | VARINT, 8) : new byte[0];
		return ByteString.copyFrom(varints(field << 3 | LENGTH, before.length + within.length))
			.concat(ByteString.copyFrom(before))
			.concat(ByteString.copyFrom(within))
			.toByteArray();
	}

	private static byte[] varints(int... numbers) {
		ByteString.Output out = ByteString.newOutput();
		for (int number : numbers) {
			long rest = number;
			while (rest > 127) {
				out.write((int) (rest & 127) | 128);
				rest >>>= 7;
			}
			out.write((int) rest);
		}
		return out.toByteString().toByteArray();
	}

	private static InputStream ofUnknownLength(byte[] bytes) {
		return new InputStream() {

			private int next;

			@Override
			public int read() {
				return (this.next < bytes.length) ? bytes[this.next++] & 255 : -1;
			}

		};
	}

	@Property(tries = 1000)
	void anyDamageIsAnExceptionOfTheTransportOrAnotherReply(@ForAll("columns") RandomColumns.Values values,
			@ForAll Random random) {
		damage(QueryResults.newBuilder().addFieldsData(values.message(random.nextBoolean())).build().toByteArray(),
				random);
	}

	@Property(tries = 300)
	void anyDamageOfStructsIsAnExceptionOfTheTransportOrAnotherReply(
			@ForAll("structs") List<RandomColumns.Values> fields, @ForAll Random random) {
		UnknownFieldSet.Field.Builder structs = UnknownFieldSet.Field.newBuilder();
		fields.forEach((field) -> structs.addLengthDelimited(UnknownFieldSet.newBuilder()
			.addField(1,
					UnknownFieldSet.Field.newBuilder().addLengthDelimited(field.message(false).toByteString()).build())
			.build()
			.toByteString()));
		UnknownFieldSet column = UnknownFieldSet.newBuilder().addField(8, structs.build()).build();
		damage(QueryResults.newBuilder()
			.setUnknownFields(UnknownFieldSet.newBuilder()
				.addField(2, UnknownFieldSet.Field.newBuilder().addLengthDelimited(column.toByteString()).build())
				.build())
			.build()
			.toByteArray(), random);
	}

	@Property(tries = 300)
	void hitsThatHaveNoScoreAreAnExceptionOfTheTransport(@ForAll @Size(max = 4) long[] hits,
			@ForAll @Size(max = 4) float[] scores) throws IOException {
		SearchResultData.Builder data = SearchResultData.newBuilder();
		long sum = 0;
		boolean wrong = false;
		for (long count : hits) {
			data.addTopks(count);
			wrong |= count < 0 || count > scores.length;
			sum += count;
		}
		for (float score : scores) {
			data.addScores(score);
		}
		byte[] reply = SearchResults.newBuilder().setResults(data).build().toByteArray();
		if (wrong || sum > scores.length) {
			assertThatIOException().isThrownBy(() -> SearchReply.read(new ByteArrayInputStream(reply)));
		}
		else {
			assertThat(SearchReply.read(new ByteArrayInputStream(reply)).hitsPerQuery()).isEqualTo(hits);
		}
	}

	private static void damage(byte[] bytes, Random random) {
		for (int i = 0; i < 1 + random.nextInt(3); i++) {
			bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
		}
		try {
			QueryReply.read(new ByteArrayInputStream(bytes));
		}
		catch (IOException ex) {
			assertThat(ex).hasMessageNotContaining("null");
		}
	}

}
