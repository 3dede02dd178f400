//! Rules over one plan: one file a rule, its explanation next to it.

mod r001_narasi_empty;
mod r002_tabel_missing;
mod r003_identitas_incomplete;
mod r004_interpretasi_empty;
mod r005_year_outside_periode;
mod r006_subbab_pilihan_empty;
mod r007_konfirmasi_incomplete;
mod r008_proses_unrecorded;
mod r009_konfirmasi_missing;
mod r010_tujuan_without_sasaran;
mod r011_tujuan_without_indikator;
mod r012_pagu_mismatch_kegiatan;
mod r013_pagu_mismatch_program;
mod r014_pagu_akhir_mismatch;
mod r015_program_without_children;
mod r016_program_without_indikator;
mod r017_pagu_missing;
mod r018_unit_unknown;
mod r019_target_missing;
mod r020_target_akhir_mismatch;
mod r021_target_differs_between_tables;
mod r022_atasan_unknown;
mod r023_pegawai_mismatch;
mod r024_anggaran_total_mismatch;
mod r025_penanggung_jawab_missing;
mod r026_jumlah_mismatch;
mod r027_kode_unofficial;
mod r028_uraian_unofficial;
mod r029_tambahan_mismatch;
mod r030_program_rpjmd_missing;
mod r031_program_not_in_rpjmd;
mod r032_program_name_differs;
mod r033_indikator_program_missing;
mod r034_indikator_wording_differs;
mod r035_satuan_or_baseline_differs;
mod r036_target_program_differs;
mod r037_pagu_above_rpjmd;
mod r038_pagu_below_rpjmd;
mod r039_sasaran_rpjmd_unknown;
mod r040_tujuan_without_sasaran_rpjmd;
mod r041_sasaran_rpjmd_not_taken_up;
mod r042_indikator_rpjmd_missing;
mod r043_target_rpjmd_differs;
mod r044_prioritas_not_funded;
mod r045_periode_differs_from_rpjmd;
mod r046_visi_misi_differs;
mod r047_opd_unknown_in_rpjmd;
mod r048_tahun_transisi_unsaid;
mod r049_ditetapkan_terlambat;
mod r050_sasaran_without_strategi;
mod r051_strategi_without_arah_kebijakan;
mod r052_sasaran_without_program;
mod r053_program_without_sasaran;
mod r054_sasaran_not_in_t_c_25;
mod r055_iku_wording_differs;
mod r056_bidang_urusan_foreign;
mod r057_kewenangan_wrong;
mod r058_masalah_without_akar;
mod r059_tujuan_more_than_one;
mod r060_satuan_empty;
mod r061_baseline_empty;
mod r062_measure_word_missing;
mod r063_satuan_does_not_fit;
mod r064_iku_definition_missing;
mod r065_iku_source_missing;
mod r066_indicator_is_activity;
mod r067_statement_is_activity;
mod r068_too_many_indikator;
mod r069_indikator_twice;
mod r070_target_not_monotone;
mod r071_target_worse_than_baseline;
mod r072_percent_out_of_range;
mod r073_unit_glued_to_target;
mod r074_range_without_width;
mod r075_target_flat;
mod r076_spelling;
mod r077_indikator_unofficial;
mod r078_penahapan_year_empty;
mod r079_arah_kebijakan_missing;
mod r080_bidang_without_responsibility;
mod r081_iku_unit_unknown;
mod r082_indikator_wajib_missing;
mod r083_spm_missing;
mod r084_ikk_missing;
mod r085_pagu_jump;
mod r086_pagu_zero;
mod r087_status_pegawai_differs;
mod r088_rupiah_in_prose_unmatched;
mod r089_percent_in_prose_unmatched;
mod r090_pagu_grows_alike;
mod r091_rasio_mismatch;
mod r092_lokasi_empty;
mod r093_pertumbuhan_mismatch;
mod r094_penerima_gaji_doubtful;
mod r095_dasar_hukum_missing;
mod r096_dasar_hukum_revoked;
mod r097_narasi_placeholder;
mod r098_count_in_prose_differs;
mod r099_iku_changed;
mod r103_target_against_direction;
mod r104_indikator_wording_between_tables;
mod r105_indikator_missing_in_pendanaan;
mod r106_indikator_without_sasaran;
mod r107_satuan_differs_between_tables;
mod r108_baseline_differs_between_tables;
mod r109_target_outside_scale;
mod r110_definisi_repeats_name;
mod r111_formula_without_divisor;
mod r112_indikator_two_measures;
mod r113_dates_out_of_order;
mod r114_indikator_nearly_twice;
mod r115_row_twice;
mod r116_paragraph_twice;
mod r117_telaahan_problem_unknown;
mod r118_tugas_of_unknown_post;
mod r119_iku_under_other_sasaran;
mod r120_sasaran_without_iku;
mod r121_link_to_other_agency;
mod r122_misi_of_other_sasaran;
mod r123_target_words_among_numbers;
mod r124_technical_program_at_secretariat;
mod r125_kondisi_mismatch;
mod r126_post_without_tugas;
mod r127_direction_unsaid;
mod r128_narasi_too_short;
mod r129_years_swapped;
mod r130_muatan_unsaid;
mod r131_dasar_hukum_unordered;
mod r132_dasar_hukum_usual_missing;
mod r133_usual_tabel_missing;
mod r140_identitas_differs;
mod r141_other_region_named;
mod r142_other_agency_named;
mod r143_other_period_named;
mod r144_rupiah_of_another_year;
mod r145_target_in_prose_differs;
mod r146_terbilang_mismatch;
mod r147_stage_word_in_final;
mod r148_dasar_hukum_twice;
mod r149_people_in_prose_differ;
mod r150_target_out_of_scale;
mod r151_pagu_out_of_scale;
mod r152_realisasi_above_anggaran;
mod r153_pagu_and_target_disagree;
mod r154_years_of_table_differ;
mod r155_kode_swapped;
mod r156_amounts_in_thousands;
mod r157_pagu_mismatch_urusan;
mod r158_row_under_other_parent;

use super::rule::{Rule, Subject};

/// All of them in the order of their codes.
pub const ALL: &[&Rule] = &[
    &r001_narasi_empty::RULE,
    &r002_tabel_missing::RULE,
    &r003_identitas_incomplete::RULE,
    &r004_interpretasi_empty::RULE,
    &r005_year_outside_periode::RULE,
    &r006_subbab_pilihan_empty::RULE,
    &r007_konfirmasi_incomplete::RULE,
    &r008_proses_unrecorded::RULE,
    &r009_konfirmasi_missing::RULE,
    &r010_tujuan_without_sasaran::RULE,
    &r011_tujuan_without_indikator::RULE,
    &r012_pagu_mismatch_kegiatan::RULE,
    &r013_pagu_mismatch_program::RULE,
    &r014_pagu_akhir_mismatch::RULE,
    &r015_program_without_children::RULE,
    &r016_program_without_indikator::RULE,
    &r017_pagu_missing::RULE,
    &r018_unit_unknown::RULE,
    &r019_target_missing::RULE,
    &r020_target_akhir_mismatch::RULE,
    &r021_target_differs_between_tables::RULE,
    &r022_atasan_unknown::RULE,
    &r023_pegawai_mismatch::RULE,
    &r024_anggaran_total_mismatch::RULE,
    &r025_penanggung_jawab_missing::RULE,
    &r026_jumlah_mismatch::RULE,
    &r027_kode_unofficial::RULE,
    &r028_uraian_unofficial::RULE,
    &r029_tambahan_mismatch::RULE,
    &r030_program_rpjmd_missing::RULE,
    &r031_program_not_in_rpjmd::RULE,
    &r032_program_name_differs::RULE,
    &r033_indikator_program_missing::RULE,
    &r034_indikator_wording_differs::RULE,
    &r035_satuan_or_baseline_differs::RULE,
    &r036_target_program_differs::RULE,
    &r037_pagu_above_rpjmd::RULE,
    &r038_pagu_below_rpjmd::RULE,
    &r039_sasaran_rpjmd_unknown::RULE,
    &r040_tujuan_without_sasaran_rpjmd::RULE,
    &r041_sasaran_rpjmd_not_taken_up::RULE,
    &r042_indikator_rpjmd_missing::RULE,
    &r043_target_rpjmd_differs::RULE,
    &r044_prioritas_not_funded::RULE,
    &r045_periode_differs_from_rpjmd::RULE,
    &r046_visi_misi_differs::RULE,
    &r047_opd_unknown_in_rpjmd::RULE,
    &r048_tahun_transisi_unsaid::RULE,
    &r049_ditetapkan_terlambat::RULE,
    &r050_sasaran_without_strategi::RULE,
    &r051_strategi_without_arah_kebijakan::RULE,
    &r052_sasaran_without_program::RULE,
    &r053_program_without_sasaran::RULE,
    &r054_sasaran_not_in_t_c_25::RULE,
    &r055_iku_wording_differs::RULE,
    &r056_bidang_urusan_foreign::RULE,
    &r057_kewenangan_wrong::RULE,
    &r058_masalah_without_akar::RULE,
    &r059_tujuan_more_than_one::RULE,
    &r060_satuan_empty::RULE,
    &r061_baseline_empty::RULE,
    &r062_measure_word_missing::RULE,
    &r063_satuan_does_not_fit::RULE,
    &r064_iku_definition_missing::RULE,
    &r065_iku_source_missing::RULE,
    &r066_indicator_is_activity::RULE,
    &r067_statement_is_activity::RULE,
    &r068_too_many_indikator::RULE,
    &r069_indikator_twice::RULE,
    &r070_target_not_monotone::RULE,
    &r071_target_worse_than_baseline::RULE,
    &r072_percent_out_of_range::RULE,
    &r073_unit_glued_to_target::RULE,
    &r074_range_without_width::RULE,
    &r075_target_flat::RULE,
    &r076_spelling::RULE,
    &r077_indikator_unofficial::RULE,
    &r078_penahapan_year_empty::RULE,
    &r079_arah_kebijakan_missing::RULE,
    &r080_bidang_without_responsibility::RULE,
    &r081_iku_unit_unknown::RULE,
    &r082_indikator_wajib_missing::RULE,
    &r083_spm_missing::RULE,
    &r084_ikk_missing::RULE,
    &r085_pagu_jump::RULE,
    &r086_pagu_zero::RULE,
    &r087_status_pegawai_differs::RULE,
    &r088_rupiah_in_prose_unmatched::RULE,
    &r089_percent_in_prose_unmatched::RULE,
    &r090_pagu_grows_alike::RULE,
    &r091_rasio_mismatch::RULE,
    &r092_lokasi_empty::RULE,
    &r093_pertumbuhan_mismatch::RULE,
    &r094_penerima_gaji_doubtful::RULE,
    &r095_dasar_hukum_missing::RULE,
    &r096_dasar_hukum_revoked::RULE,
    &r097_narasi_placeholder::RULE,
    &r098_count_in_prose_differs::RULE,
    &r099_iku_changed::RULE,
    &r103_target_against_direction::RULE,
    &r104_indikator_wording_between_tables::RULE,
    &r105_indikator_missing_in_pendanaan::RULE,
    &r106_indikator_without_sasaran::RULE,
    &r107_satuan_differs_between_tables::RULE,
    &r108_baseline_differs_between_tables::RULE,
    &r109_target_outside_scale::RULE,
    &r110_definisi_repeats_name::RULE,
    &r111_formula_without_divisor::RULE,
    &r112_indikator_two_measures::RULE,
    &r113_dates_out_of_order::RULE,
    &r114_indikator_nearly_twice::RULE,
    &r115_row_twice::RULE,
    &r116_paragraph_twice::RULE,
    &r117_telaahan_problem_unknown::RULE,
    &r118_tugas_of_unknown_post::RULE,
    &r119_iku_under_other_sasaran::RULE,
    &r120_sasaran_without_iku::RULE,
    &r121_link_to_other_agency::RULE,
    &r122_misi_of_other_sasaran::RULE,
    &r123_target_words_among_numbers::RULE,
    &r124_technical_program_at_secretariat::RULE,
    &r125_kondisi_mismatch::RULE,
    &r126_post_without_tugas::RULE,
    &r127_direction_unsaid::RULE,
    &r128_narasi_too_short::RULE,
    &r129_years_swapped::RULE,
    &r130_muatan_unsaid::RULE,
    &r131_dasar_hukum_unordered::RULE,
    &r132_dasar_hukum_usual_missing::RULE,
    &r133_usual_tabel_missing::RULE,
    &r140_identitas_differs::RULE,
    &r141_other_region_named::RULE,
    &r142_other_agency_named::RULE,
    &r143_other_period_named::RULE,
    &r144_rupiah_of_another_year::RULE,
    &r145_target_in_prose_differs::RULE,
    &r146_terbilang_mismatch::RULE,
    &r147_stage_word_in_final::RULE,
    &r148_dasar_hukum_twice::RULE,
    &r149_people_in_prose_differ::RULE,
    &r150_target_out_of_scale::RULE,
    &r151_pagu_out_of_scale::RULE,
    &r152_realisasi_above_anggaran::RULE,
    &r153_pagu_and_target_disagree::RULE,
    &r154_years_of_table_differ::RULE,
    &r155_kode_swapped::RULE,
    &r156_amounts_in_thousands::RULE,
    &r157_pagu_mismatch_urusan::RULE,
    &r158_row_under_other_parent::RULE,
];
