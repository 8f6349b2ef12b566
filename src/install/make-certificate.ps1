# 在服务器上以管理员身份运行：为 {{HOSTNAME}} 制作自签名证书，仅在本单位没有证书颁发机构时使用。
# 得到 yl.pfx（装到服务器）和 yl.cer（装到每台电脑）。私钥在 yl.pfx 中，用后请妥善保管或删除。
$ErrorActionPreference = 'Stop'
$certificate = New-SelfSignedCertificate -DnsName '{{HOSTNAME}}' -FriendlyName 'YL {{HOSTNAME}}' `
  -CertStoreLocation 'Cert:\LocalMachine\My' -KeyExportPolicy Exportable -NotAfter (Get-Date).AddYears(3)
$password = Read-Host -AsSecureString '请为 yl.pfx 设置密码'
Export-PfxCertificate -Cert $certificate -FilePath '.\yl.pfx' -Password $password | Out-Null
Export-Certificate -Cert $certificate -FilePath '.\yl.cer' | Out-Null
Write-Host "已生成 yl.pfx 和 yl.cer，指纹 $($certificate.Thumbprint)。"
