package io.github.milvusspring.data.repository.support;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.query.Parameters;
import org.springframework.data.repository.query.ParametersSource;

/**
 * The parameters of a repository's method.
 */
final class MilvusParameters extends Parameters<MilvusParameters, MilvusParameter> {

	MilvusParameters(ParametersSource source) {
		super(source, (parameter) -> new MilvusParameter(parameter, source.getDomainTypeInformation()));
	}

	private MilvusParameters(List<MilvusParameter> parameters) {
		super(parameters);
	}

	@Override
	protected MilvusParameters createFrom(List<MilvusParameter> parameters) {
		return new MilvusParameters(parameters);
	}

	Optional<MilvusParameter> named(String name) {
		return stream().filter((parameter) -> parameter.getName().filter(name::equals).isPresent()).findFirst();
	}

	List<MilvusParameter> scores() {
		return stream().filter(MilvusParameter::isScoreOrRange).toList();
	}

}
