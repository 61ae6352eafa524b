package io.github.milvusspring.data.core;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.MilvusFullServer;
import io.github.milvusspring.data.admin.SchemaMode;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusIndex;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.IndexType;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.query.QueryVector;
import io.github.milvusspring.data.query.VectorQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.Similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/**
 * Vectors of bits, which Milvus Lite does not have, on the complete server.
 */
class FullServerBinaryVectorsIT {

	@RegisterExtension
	final MilvusFullServer milvus = new MilvusFullServer();

	@Test
	void bytesReadBackAsTheyWereWritten() {
		template().insert(new Hash(1, new byte[] { -128, 127 }));
		template().upsertAll(List.of(new Hash(2, new byte[2]), new Hash(3, new byte[] { -1, -1 })));
		assertThat(template().findById(1L, Hash.class).bits()).containsExactly(-128, 127);
		assertThat(template().findById(2L, Hash.class).bits()).containsExactly(0, 0);
		assertThat(template().findById(3L, Hash.class).bits()).containsExactly(-1, -1);
		template().upsert(new Hash(1, new byte[] { 1, 2 }));
		assertThat(template().findById(1L, Hash.class).bits()).containsExactly(1, 2);
	}

	@Test
	void setsOfBitsReadBackAsTheyWereWritten() {
		List<BitSet> sets = List.of(bits(), bits(0), bits(15), bits(3, 7, 8, 14));
		for (int i = 0; i < sets.size(); i++) {
			template().upsert(new Tags(i, sets.get(i)));
			assertThat(template().findById((long) i, Tags.class).bits()).isEqualTo(sets.get(i));
		}
	}

	@Test
	void rowsWithoutAnEntityHoldBytes() {
		template().ensureCollection(Hash.class);
		template().rows("hashes").upsert(Map.of("id", 1L, "bits", new byte[] { 5, -6 }));
		assertThat(template().rows("hashes").findAllById(List.of(1L)).get(0).get("bits"))
			.isEqualTo(new byte[] { 5, -6 });
	}

	@Test
	void theIndexIsTheOneDeclared() {
		for (Class<?> type : List.of(Hash.class, Tags.class, Plain.class)) {
			template().ensureCollection(type);
			template().collections()
				.ensure(template().getConverter().getMappingContext().entity(type).getCollection(),
						SchemaMode.VALIDATE);
		}
		assertThat(template().collections().describe("hashes").field("bits").metric()).isEqualTo(Metric.HAMMING);
		assertThat(template().collections().describe("tags").field("bits").metric()).isEqualTo(Metric.JACCARD);
		assertThat(template().collections().describe("plain").field("bits").metric()).isEqualTo(Metric.HAMMING);
	}

	@Test
	void hammingCountsTheBitsThatDiffer() {
		writeHashes();
		VectorQuery query = VectorQuery.of(QueryVector.of(new byte[] { 0b0111, 0 }));
		assertThat(search(query, Hash.class)).extracting((hit) -> hit.getContent().id()).containsExactly(1L, 2L, 3L);
		assertThat(scores(query, Hash.class)).containsExactly(0.0, 1.0, 13.0);
		assertThat(scores(VectorQuery.of(QueryVector.of(bits(0, 1, 2))), Hash.class)).containsExactly(0.0, 1.0, 13.0);
		assertThat(scores(query.withThreshold(Score.of(1)), Hash.class)).containsExactly(0.0, 1.0);
		assertThat(scores(query.withThreshold(Score.of(0.5)), Hash.class)).containsExactly(0.0);
		assertThat(scores(query.withThreshold(Similarity.of(0.5)), Hash.class)).containsExactly(1.0, 0.5);
		assertThat(search(query.withThreshold(Similarity.of(0.5)), Hash.class))
			.allSatisfy((hit) -> assertThat(hit.getScore()).isInstanceOf(Similarity.class));
	}

	@Test
	void hammingLeavesOutWhatIsTooClose() {
		writeHashes();
		VectorQuery query = VectorQuery.of(QueryVector.of(new byte[] { 0b0111, 0 }));
		assertThat(scores(query.withRange(Range.closed(Score.of(1), Score.of(13))), Hash.class)).containsExactly(1.0,
				13.0);
		assertThat(scores(query.withRange(Range.open(Score.of(0), Score.of(13))), Hash.class)).containsExactly(1.0);
		assertThat(scores(query.withRange(Range.closed(Similarity.of(0.01), Similarity.of(0.5))), Hash.class))
			.satisfiesExactly((close) -> assertThat(close).isEqualTo(0.5),
					(far) -> assertThat(far).isCloseTo(1 / 14.0, within(1e-6)));
	}

	@Test
	void jaccardIsThePartOfTheBitsThatAreNotInBoth() {
		template().upsertAll(List.of(new Tags(1, bits(0, 1, 9, 10)), new Tags(2, bits(0, 1, 9)), new Tags(3, bits(0)),
				new Tags(4, bits(15))));
		VectorQuery query = VectorQuery.of(QueryVector.of(bits(0, 1, 9, 10)));
		assertThat(search(query, Tags.class)).extracting((hit) -> hit.getContent().id())
			.containsExactly(1L, 2L, 3L, 4L);
		assertThat(scores(query, Tags.class)).containsExactly(0.0, 0.25, 0.75, 1.0);
		assertThat(scores(VectorQuery.of(QueryVector.of(new byte[] { 0b11, 0b110 })), Tags.class)).containsExactly(0.0,
				0.25, 0.75, 1.0);
		assertThat(scores(query.withThreshold(Score.of(0.25)), Tags.class)).containsExactly(0.0, 0.25);
		assertThat(scores(query.withThreshold(Similarity.of(0.25)), Tags.class)).containsExactly(1.0, 0.75, 0.25);
		assertThat(scores(query.withThreshold(Similarity.of(0.3)), Tags.class)).containsExactly(1.0, 0.75);
		assertThat(scores(query.withRange(Range.closed(Score.of(0.25), Score.of(0.75))), Tags.class))
			.containsExactly(0.25, 0.75);
	}

	@Test
	void theServerMayChooseTheIndex() {
		template().upsertAll(List.of(new Plain(1, new byte[] { 1, 0 }), new Plain(2, new byte[] { 3, 3 })));
		assertThat(scores(VectorQuery.of(QueryVector.of(new byte[] { 1, 0 })), Plain.class)).containsExactly(0.0, 3.0);
	}

	@Test
	void aWrongNumberOfBytesIsRefused() {
		template().ensureCollection(Tags.class);
		for (byte[] wrong : List.of(new byte[0], new byte[1], new byte[3])) {
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> template().upsertAll(List.of(new Hash(1, new byte[2]), new Hash(2, wrong))))
				.withMessageContainingAll("'bits' of row 1", wrong.length + " bytes", "BINARY_VECTOR(16) has 2",
						"Nothing was written");
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> template().search(VectorQuery.of(QueryVector.of(wrong)), Hash.class))
				.withMessageContainingAll("'bits'", wrong.length + " bytes", "BINARY_VECTOR(16) has 2");
		}
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> template().insert(new Tags(1, bits(16))))
			.withMessageContainingAll("'bits' of row 0", "bit 16 is set", "Nothing was written");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().search(VectorQuery.of(1, 0), Hash.class))
			.withMessageContainingAll("'bits'", "BINARY_VECTOR(16)");
		assertThat(template().rows("hashes").count()).isZero();
		assertThat(template().rows("tags").count()).isZero();
	}

	private void writeHashes() {
		template().upsertAll(List.of(new Hash(1, new byte[] { 0b0111, 0 }), new Hash(2, new byte[] { 0b0011, 0 }),
				new Hash(3, new byte[] { -1, -1 })));
	}

	private <T> List<Double> scores(VectorQuery query, Class<T> type) {
		return search(query, type).stream().map((hit) -> hit.getScore().getValue()).toList();
	}

	private <T> List<SearchResult<T>> search(VectorQuery query, Class<T> type) {
		return template().search(query, type).getContent();
	}

	private static BitSet bits(int... set) {
		BitSet bits = new BitSet();
		for (int bit : set) {
			bits.set(bit);
		}
		return bits;
	}

	private MilvusTemplate template() {
		return this.milvus.template();
	}

	@MilvusEntity("hashes")
	record Hash(@Id long id, @VectorField(dimension = 16) @MilvusIndex(type = IndexType.BIN_FLAT) byte[] bits) {
	}

	@MilvusEntity("tags")
	record Tags(@Id long id, @VectorField(dimension = 16,
			metric = Metric.JACCARD) @MilvusIndex(type = IndexType.BIN_IVF_FLAT, params = "nlist=2") BitSet bits) {
	}

	@MilvusEntity("plain")
	record Plain(@Id long id, @VectorField(dimension = 16) byte[] bits) {
	}

}
